#include "embedded.h"
#include <string.h>

// One block a file; a test compares this list with the folder.
static const unsigned char ad_benchmark[] = {
#embed "../../seed/ad_benchmark.csv"
};
static const unsigned char category[] = {
#embed "../../seed/category.csv"
};
static const unsigned char category_word[] = {
#embed "../../seed/category_word.csv"
};
static const unsigned char demo_creator[] = {
#embed "../../seed/demo_creator.csv"
};
static const unsigned char demo_order[] = {
#embed "../../seed/demo_order.csv"
};
static const unsigned char demo_rating[] = {
#embed "../../seed/demo_rating.csv"
};
static const unsigned char fee_rate[] = {
#embed "../../seed/fee_rate.csv"
};
static const unsigned char layout[] = {
#embed "../../seed/layout.csv"
};
static const unsigned char mcn_share[] = {
#embed "../../seed/mcn_share.csv"
};
static const unsigned char pinyin[] = {
#embed "../../seed/pinyin.csv"
};
static const unsigned char playbook[] = {
#embed "../../seed/playbook.csv"
};
static const unsigned char tier[] = {
#embed "../../seed/tier.csv"
};
static const unsigned char usd_rate[] = {
#embed "../../seed/usd_rate.csv"
};

static const embedded_file files[] = {
    {"ad_benchmark.csv", ad_benchmark, sizeof ad_benchmark},
    {"category.csv", category, sizeof category},
    {"category_word.csv", category_word, sizeof category_word},
    {"demo_creator.csv", demo_creator, sizeof demo_creator},
    {"demo_order.csv", demo_order, sizeof demo_order},
    {"demo_rating.csv", demo_rating, sizeof demo_rating},
    {"fee_rate.csv", fee_rate, sizeof fee_rate},
    {"layout.csv", layout, sizeof layout},
    {"mcn_share.csv", mcn_share, sizeof mcn_share},
    {"pinyin.csv", pinyin, sizeof pinyin},
    {"playbook.csv", playbook, sizeof playbook},
    {"tier.csv", tier, sizeof tier},
    {"usd_rate.csv", usd_rate, sizeof usd_rate},
};

size_t embedded_seed_count(void) { return sizeof files / sizeof files[0]; }
const embedded_file *embedded_seed(size_t index) { return &files[index]; }

const embedded_file *embedded_seed_named(const char *name) {
  for (size_t index = 0; index < embedded_seed_count(); index++)
    if (strcmp(files[index].name, name) == 0) return &files[index];
  return NULL;
}
