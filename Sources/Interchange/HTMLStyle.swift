/// How pages look on a screen and on A4: fonts that every system has, nothing fetched.
enum HTMLStyle {
  static let sheet: Markup = """
    :root { --ink: #1c2127; --soft: #59636e; --line: #d4d9df; --pale: #f3f5f8; --main: #1f4f8f; }
    * { box-sizing: border-box; }
    html { color-scheme: light; }
    body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 70rem; background: #fff;
      color: var(--ink); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue",
      Arial, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
      font-variant-numeric: tabular-nums; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    header { border-bottom: 2px solid var(--main); margin-bottom: 1.25rem; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; break-after: avoid; }
    h3, figcaption, caption { font-size: 1rem; font-weight: 600; text-align: left;
      margin: 1.2rem 0 .3rem; padding: 0; break-after: avoid; }
    p { margin: .4rem 0; max-width: 48rem; orphans: 3; widows: 3; }
    .lead, .soft, dt { color: var(--soft); }
    p, td, th, dd, li { unicode-bidi: isolate; overflow-wrap: break-word; }
    dl { display: grid; gap: .5rem 1.5rem; margin: .8rem 0; }
    dl div { break-inside: avoid; }
    dt { font-size: .85em; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .facts { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
    .figures { grid-template-columns: repeat(auto-fit, minmax(10.4rem, 1fr)); gap: .6rem; }
    .figures div { border: 1px solid var(--line); border-radius: 4px; padding: .5rem .7rem; }
    .figures dd { font-size: 1.25em; font-weight: 600; white-space: nowrap; }
    .wide { overflow-x: auto; margin: .6rem 0 1rem; }
    table { border-collapse: collapse; width: 100%; font-size: .92em; line-height: 1.35; }
    caption { margin: 0 0 .3rem; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { padding: .28rem .5rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    thead th { background: var(--pale); border-bottom: 1px solid var(--soft); font-weight: 600;
      vertical-align: bottom; overflow-wrap: normal; }
    thead th::first-letter { text-transform: uppercase; }
    th:first-child, td:first-child { padding-left: .3rem; }
    .n { text-align: right; white-space: nowrap; }
    tr.total td { font-weight: 600; border-top: 1px solid var(--soft); }
    small, code { color: var(--soft); font-size: .88em; }
    td small { display: block; font-size: .78em; }
    code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
      monospace; overflow-wrap: anywhere; }
    .mark { font-size: .85em; font-weight: 600; border: 1px solid; border-radius: 3px;
      padding: 0 .35em; white-space: nowrap; }
    .error { color: #a3161b; }
    .warn { color: #825500; }
    .info { color: var(--soft); }
    figure { margin: .8rem 0 1.2rem; break-inside: avoid; }
    svg { display: block; width: 100%; overflow: visible; }
    figure svg.bar { height: .85em; margin-top: .25em; }
    figure th { font-weight: 400; }
    figure th, figure td { border: 0; padding: .12rem .5rem; vertical-align: middle; }
    td.bar { width: 50%; }
    .pyramid td.bar { width: 30%; }
    .pyramid .band { text-align: center; font-weight: 600; white-space: nowrap; }
    rect, circle { fill: var(--main); }
    .s0 { fill: #fff; stroke: var(--main); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    .s2 { fill: #8fb0d9; }
    .p1 { fill: #1f4f8f; } .p2 { fill: #6d9bd1; } .p3 { fill: #c3d6ec; } .p4 { fill: #e9eff7; }
    .p2, .p3, .p4, .p1 { stroke: #fff; stroke-width: 2; }
    .key { display: flex; flex-wrap: wrap; gap: .1rem 1.8rem; margin: .4rem 0;
      padding: 0 0 0 1.3rem; }
    .key svg { display: inline-block; width: .9em; height: .9em; vertical-align: -.1em;
      border: 1px solid var(--soft); }
    .key rect { stroke: none; }
    svg text { font-size: 17px; fill: var(--ink); }
    svg .axis { stroke: var(--line); stroke-width: 2; }
    svg .path { fill: none; stroke: var(--main); stroke-width: 4; stroke-linejoin: round; }
    svg text.on { fill: #fff; font-weight: 600; }
    @media print {
      body { padding: 0; max-width: none; font-size: 9pt; }
      h2 { margin-top: 1.4rem; }
      .wide { overflow: visible; }
      .short { break-inside: avoid; }
      table { font-size: .8em; }
      th, td { padding: .2rem .25rem; }
      a { color: inherit; text-decoration: none; }
    }
    @page { size: A4; margin: 14mm 12mm 16mm;
      @bottom-left { font: 7pt sans-serif; color: #59636e; }
      @bottom-right { font: 7pt sans-serif; color: #59636e;
        content: counter(page) " / " counter(pages); } }

    """
}
