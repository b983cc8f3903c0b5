/*
 * The algorithm of src/calendar/timeline.ts in C, as a measure of what the machine allows: the same table, the same two
 * grids, the same arithmetic, answers written to an array.
 *
 *   cc -O3 -o kernel bench/c/kernel.c && ./kernel FILE ROUNDS [TENANTS]
 *
 * FILE holds float64 numbers: how many open intervals, how many instants, the table's beginning and end, the amount to
 * add; then the intervals (opening, closing), sorted and apart; then the instants. Prints the nanoseconds for one answer
 * of each round, then the checksum of the answers (checksum.mjs). With TENANTS there are as many such tables, each in
 * memory of its own, and every instant is asked of one at random: what is measured then is the machine's memory.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  double from, to, total, timeScale, workScale;
  double *pairs; /* [0, from | work, shift | ... | total, +inf] */
  uint16_t *timeGrid, *workGrid;
} Table;

static void fail(const char *what) {
  fprintf(stderr, "kernel: %s\n", what);
  exit(1);
}

static void *room(size_t bytes) {
  void *memory = malloc(bytes + 64);
  if (memory == NULL) fail("no memory");
  return memory;
}

/* Where pair i begins: in open time (axis 0) or in time (axis 1). */
static double begins(const double *pairs, int axis, size_t i) {
  return pairs[2 * i] + (axis == 1 ? pairs[2 * i + 1] : 0);
}

/* For each bucket the last pair at or before its start; at most one pair may begin in a bucket. */
static uint16_t *grid(const double *pairs, int axis, size_t last, double origin, double length, double *scale) {
  double step = length;
  for (size_t i = 1; i < last; i++) {
    double next = begins(pairs, axis, i + 1) - begins(pairs, axis, i);
    if (next < step) step = next;
  }
  *scale = 1 / (0.999 * step);
  size_t buckets = (size_t)(length * *scale) + 1;
  uint16_t *cells = room(buckets * sizeof(uint16_t));
  size_t next = 0;
  for (size_t i = begins(pairs, axis, 1) <= origin ? 1 : 0; i < last; i++) {
    size_t bucket = (size_t)((begins(pairs, axis, i + 1) - origin) * *scale);
    if (bucket < next) fail("two stretches in one bucket");
    while (next <= bucket) cells[next++] = (uint16_t)i;
  }
  while (next < buckets) cells[next++] = (uint16_t)last;
  return cells;
}

static Table build(const double *intervals, size_t count, double from, double to) {
  Table table = {.from = from, .to = to};
  double *pairs = room((2 * count + 4) * sizeof(double));
  double work = 0;
  pairs[0] = 0;
  pairs[1] = from;
  for (size_t i = 0; i < count; i++) {
    pairs[2 * i + 2] = work;
    pairs[2 * i + 3] = intervals[2 * i] - work;
    work += intervals[2 * i + 1] - intervals[2 * i];
  }
  pairs[2 * count + 2] = work;
  pairs[2 * count + 3] = INFINITY;
  table.pairs = pairs;
  table.total = work;
  table.timeGrid = grid(pairs, 1, count, from, to - from, &table.timeScale);
  table.workGrid = grid(pairs, 0, count, 0, work, &table.workScale);
  return table;
}

/* Adds `amount` of open time to an instant; 0 where the table does not reach. */
static inline double due(const Table *table, double t, double amount) {
  const double *pairs = table->pairs;
  if (!(t >= table->from && t < table->to)) return 0;
  int64_t i = table->timeGrid[(int32_t)((t - table->from) * table->timeScale)];
  i += pairs[2 * i + 2] + pairs[2 * i + 3] <= t;
  double running = t - pairs[2 * i + 1], closed = pairs[2 * i + 2];
  double work = (running < closed ? running : closed) + amount;
  if (!(work <= table->total)) return 0;
  /* The last pair with less than `work` before it: instants are whole milliseconds, so that of work - 1. */
  int64_t j = table->workGrid[(int32_t)((work - 1) * table->workScale)];
  j += pairs[2 * j + 2] <= work - 1;
  return work + pairs[2 * j + 1];
}

static void add(const Table *given, const double *instants, double amount, double *answers, size_t count) {
  const Table table = *given; /* a copy of its own, which no answer can change */
  for (size_t k = 0; k < count; k++) answers[k] = due(&table, instants[k], amount);
}

static void addForTenants(const Table *tables, const uint32_t *order, const double *instants, double amount,
                          double *answers, size_t count) {
  for (size_t k = 0; k < count; k++) answers[k] = due(&tables[order[k]], instants[k], amount);
}

/* For each instant a tenant at random (xorshift). */
static uint32_t *randomOrder(size_t count, uint32_t tenants) {
  uint32_t *order = room(count * sizeof(uint32_t));
  uint32_t state = 20261121;
  for (size_t k = 0; k < count; k++) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    order[k] = state % tenants;
  }
  return order;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static uint32_t checksum(const double *answers, size_t count) {
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t words[2];
    memcpy(words, &answers[i], sizeof words);
    for (int half = 0; half < 2; half++) {
      sum = (sum ^ words[half]) * 0x9e3779b1u;
      sum ^= sum >> 15;
    }
  }
  return sum;
}

int main(int argc, char **argv) {
  if (argc != 3 && argc != 4) fail("usage: kernel FILE ROUNDS [TENANTS]");
  FILE *file = fopen(argv[1], "rb");
  double head[5];
  if (file == NULL || fread(head, sizeof(double), 5, file) != 5) fail("the file cannot be read");
  size_t intervalCount = (size_t)head[0], count = (size_t)head[1];
  double *intervals = room(2 * intervalCount * sizeof(double));
  double *instants = room(count * sizeof(double)), *answers = room(count * sizeof(double));
  if (fread(intervals, sizeof(double), 2 * intervalCount, file) != 2 * intervalCount) fail("intervals are missing");
  if (fread(instants, sizeof(double), count, file) != count) fail("instants are missing");
  fclose(file);
  int rounds = atoi(argv[2]);
  size_t tenants = argc == 4 ? (size_t)atol(argv[3]) : 1;
  Table *tables = room(tenants * sizeof(Table));
  for (size_t i = 0; i < tenants; i++) tables[i] = build(intervals, intervalCount, head[2], head[3]);
  uint32_t *order = randomOrder(count, (uint32_t)tenants);
  for (int round = -2; round < rounds; round++) {
    double start = now();
    if (argc == 4) addForTenants(tables, order, instants, head[4], answers, count);
    else add(tables, instants, head[4], answers, count);
    double ns = (now() - start) / (double)count;
    if (round >= 0) printf("%.4f\n", ns);
  }
  printf("%08x\n", checksum(answers, count));
  return 0;
}
