import ArgumentParser

struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Plan a whole campaign from its budget, and follow what becomes of it.",
    discussion: """
      EXAMPLES
        kolbook campaign plan --budget 20万 --objective launch --stage enters
        kolbook campaign add 618 --brand 清和 --objective launch --stage launch \\
          --budget 200万
        kolbook campaign plan 618 --shortlist 618-creators
        kolbook campaign compare 618 --budget 20万 --budget 200万
        kolbook campaign show 618
      """,
    subcommands: [
      CampaignPlanCommand.self, CampaignCompare.self, CampaignAdd.self, CampaignEdit.self,
      CampaignList.self, CampaignShow.self, CampaignAssign.self, CampaignReportCommand.self,
    ])
}
