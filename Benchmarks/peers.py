"""Solvers of others on a problem of ours: HiGHS, CP-SAT and CBC, from PyPI's highspy and ortools.

A model is (values, rows, pairs): offers worth so much; rows (coefficients, low, high) over offers, whole
numbers, None for no side; offers of one creator, of which at most one is taken. A solver returns (status,
chosen places, seconds of its solve call alone).
"""

import time

import numpy


def scale(coefficients):
    """Floating point solvers want numbers near one; the rows stay the same."""
    largest = max(1, int(numpy.abs(coefficients).max()))
    return 1.0 if largest < 10**6 else 1e4 if largest < 10**10 else 1e6


def highs(model, limit):
    """HiGHS through its own interface, gap 0."""
    import highspy

    values, rows, pairs = model
    size, infinite = len(values), highspy.kHighsInf
    solver = highspy.Highs()
    for option, value in (
        ("output_flag", False),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.5),
        ("time_limit", float(limit)),
        ("mip_feasibility_tolerance", 1e-9),
        ("primal_feasibility_tolerance", 1e-9),
    ):
        solver.setOptionValue(option, value)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = size, len(rows) + len(pairs)
    program.col_cost_, program.col_lower_, program.col_upper_ = (
        -numpy.asarray(values, float),
        numpy.zeros(size),
        numpy.ones(size),
    )
    program.integrality_ = [highspy.HighsVarType.kInteger] * size
    starts, columns, entries, low, high = [0], [], [], [], []
    for coefficients, least, most in rows:
        by, used = scale(coefficients), numpy.flatnonzero(coefficients)
        columns.append(used)
        entries.append(coefficients[used] / by)
        low.append(-infinite if least is None else least / by)
        high.append(infinite if most is None else most / by)
        starts.append(starts[-1] + len(used))
    for pair in pairs:
        columns.append(numpy.asarray(pair))
        entries.append(numpy.ones(len(pair)))
        low.append(-infinite)
        high.append(1.0)
        starts.append(starts[-1] + len(pair))
    program.row_lower_, program.row_upper_ = numpy.asarray(low), numpy.asarray(high)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = numpy.asarray(starts, numpy.int32)
    program.a_matrix_.index_ = numpy.concatenate(columns).astype(numpy.int32)
    program.a_matrix_.value_ = numpy.concatenate(entries)
    solver.passModel(program)
    start = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - start
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return "infeasible", [], seconds
    if solver.getInfo().primal_solution_status != 2:
        return "nothing", [], seconds
    chosen = [place for place, x in enumerate(solver.getSolution().col_value) if x > 0.5]
    return "optimal" if status == highspy.HighsModelStatus.kOptimal else "stopped", chosen, seconds


def cp_sat(model, limit):
    """OR-Tools' CP-SAT with a worker for each processor."""
    import os

    from ortools.sat.python import cp_model

    values, rows, pairs = model
    program = cp_model.CpModel()
    variables = [program.new_bool_var("") for _ in values]
    for coefficients, least, most in rows:
        used = numpy.flatnonzero(coefficients)
        total = cp_model.LinearExpr.weighted_sum(
            [variables[place] for place in used], [int(coefficients[place]) for place in used]
        )
        if least is not None:
            program.add(total >= least)
        if most is not None:
            program.add(total <= most)
    for pair in pairs:
        program.add_at_most_one(variables[place] for place in pair)
    program.maximize(cp_model.LinearExpr.weighted_sum(variables, [int(value) for value in values]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = os.cpu_count() or 1
    start = time.perf_counter()
    status = solver.solve(program)
    seconds = time.perf_counter() - start
    words = {
        cp_model.OPTIMAL: "optimal",
        cp_model.FEASIBLE: "stopped",
        cp_model.INFEASIBLE: "infeasible",
    }
    found = words.get(status, "nothing")
    chosen = (
        [p for p, x in enumerate(variables) if solver.boolean_value(x)]
        if found in ("optimal", "stopped")
        else []
    )
    return found, chosen, seconds


def cbc(model, limit):
    """CBC as OR-Tools ships it, gap 0."""
    from ortools.linear_solver import pywraplp

    values, rows, pairs = model
    solver = pywraplp.Solver.CreateSolver("CBC")
    infinite = solver.infinity()
    variables = [solver.BoolVar("") for _ in values]
    for coefficients, least, most in rows:
        by = scale(coefficients)
        row = solver.Constraint(
            -infinite if least is None else least / by, infinite if most is None else most / by
        )
        for place in numpy.flatnonzero(coefficients):
            row.SetCoefficient(variables[place], float(coefficients[place]) / by)
    for pair in pairs:
        row = solver.Constraint(-infinite, 1.0)
        for place in pair:
            row.SetCoefficient(variables[place], 1.0)
    objective = solver.Objective()
    objective.SetMaximization()
    for variable, value in zip(variables, values):
        objective.SetCoefficient(variable, float(value))
    solver.SetTimeLimit(int(limit * 1000))
    wanted = pywraplp.MPSolverParameters()
    wanted.SetDoubleParam(pywraplp.MPSolverParameters.RELATIVE_MIP_GAP, 0.0)
    start = time.perf_counter()
    status = solver.Solve(wanted)
    seconds = time.perf_counter() - start
    if status == solver.INFEASIBLE:
        return "infeasible", [], seconds
    if status not in (solver.OPTIMAL, solver.FEASIBLE):
        return "nothing", [], seconds
    chosen = [place for place, x in enumerate(variables) if x.solution_value() > 0.5]
    return "optimal" if status == solver.OPTIMAL else "stopped", chosen, seconds


ALL = {"HiGHS": highs, "CP-SAT": cp_sat, "CBC": cbc}
