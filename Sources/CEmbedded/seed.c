#include "embedded.h"

// One block a file; a test compares this list with the folder.
static const unsigned char tier[] = {
#embed "../../seed/tier.csv"
};

static const embedded_file files[] = {
    {"tier.csv", tier, sizeof tier},
};

size_t embedded_seed_count(void) { return sizeof files / sizeof files[0]; }
const embedded_file *embedded_seed(size_t index) { return &files[index]; }
