#include "embedded.h"

// One block a file; a test compares this list with the folder.
static const unsigned char book[] = {
#embed "../../migrations/0001_book.sql"
};
static const unsigned char marks[] = {
#embed "../../migrations/0002_marks.sql"
};
static const unsigned char chain[] = {
#embed "../../migrations/0003_chain.sql"
};
static const unsigned char changes[] = {
#embed "../../migrations/0004_changes.sql"
};
static const unsigned char statement[] = {
#embed "../../migrations/0005_statement.sql"
};
static const unsigned char campaign[] = {
#embed "../../migrations/0006_campaign.sql"
};
static const unsigned char creator_indexes[] = {
#embed "../../migrations/0007_creator_indexes.sql"
};
static const unsigned char search[] = {
#embed "../../migrations/0008_search.sql"
};
static const unsigned char results[] = {
#embed "../../migrations/0009_results.sql"
};
static const unsigned char playbook[] = {
#embed "../../migrations/0010_playbook.sql"
};
static const unsigned char dollars[] = {
#embed "../../migrations/0011_dollars.sql"
};
static const unsigned char report[] = {
#embed "../../migrations/0012_report.sql"
};
static const unsigned char search_counts[] = {
#embed "../../migrations/0013_search_counts.sql"
};
static const unsigned char campaign_money[] = {
#embed "../../migrations/0014_campaign_money.sql"
};
static const unsigned char a_list[] = {
#embed "../../migrations/0015_a_list.sql"
};

static const embedded_file files[] = {
    {"0001_book.sql", book, sizeof book},
    {"0002_marks.sql", marks, sizeof marks},
    {"0003_chain.sql", chain, sizeof chain},
    {"0004_changes.sql", changes, sizeof changes},
    {"0005_statement.sql", statement, sizeof statement},
    {"0006_campaign.sql", campaign, sizeof campaign},
    {"0007_creator_indexes.sql", creator_indexes, sizeof creator_indexes},
    {"0008_search.sql", search, sizeof search},
    {"0009_results.sql", results, sizeof results},
    {"0010_playbook.sql", playbook, sizeof playbook},
    {"0011_dollars.sql", dollars, sizeof dollars},
    {"0012_report.sql", report, sizeof report},
    {"0013_search_counts.sql", search_counts, sizeof search_counts},
    {"0014_campaign_money.sql", campaign_money, sizeof campaign_money},
    {"0015_a_list.sql", a_list, sizeof a_list},
};

size_t embedded_migration_count(void) { return sizeof files / sizeof files[0]; }
const embedded_file *embedded_migration(size_t index) { return &files[index]; }
