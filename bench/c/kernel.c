/*
 * The algorithm of src/calendar/timeline.ts in C, as a measure of what the machine allows: the same table, the same two
 * grids, the same arithmetic, answers written to an array.
 *
 *   cc -O3 -o kernel bench/c/kernel.c && ./kernel FILE ROUNDS
 *
 * FILE holds float64 numbers: how many open intervals, how many instants, the table's beginning and end, the amount to
 * add; then the intervals (opening, closing), sorted and apart; then the instants. Prints the nanoseconds for one answer
 * of each round, then the checksum of the answers (checksum.mjs).
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

/* Adds `amount` of open time to each instant; 0 where the table does not reach. */
static void add(const Table *table, const double *instants, double amount, double *answers, size_t count) {
  const double *pairs = table->pairs;
  const uint16_t *timeGrid = table->timeGrid, *workGrid = table->workGrid;
  const double from = table->from, to = table->to, total = table->total;
  const double timeScale = table->timeScale, workScale = table->workScale;
  for (size_t k = 0; k < count; k++) {
    double t = instants[k];
    if (!(t >= from && t < to)) {
      answers[k] = 0;
      continue;
    }
    int64_t i = timeGrid[(int32_t)((t - from) * timeScale)];
    i += pairs[2 * i + 2] + pairs[2 * i + 3] <= t;
    double running = t - pairs[2 * i + 1], closed = pairs[2 * i + 2];
    double work = (running < closed ? running : closed) + amount;
    if (!(work <= total)) {
      answers[k] = 0;
      continue;
    }
    /* The last pair with less than `work` before it: instants are whole milliseconds, so that of work - 1. */
    int64_t j = workGrid[(int32_t)((work - 1) * workScale)];
    j += pairs[2 * j + 2] <= work - 1;
    answers[k] = work + pairs[2 * j + 1];
  }
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
  if (argc != 3) fail("usage: kernel FILE ROUNDS");
  FILE *file = fopen(argv[1], "rb");
  double head[5];
  if (file == NULL || fread(head, sizeof(double), 5, file) != 5) fail("the file cannot be read");
  size_t intervalCount = (size_t)head[0], count = (size_t)head[1];
  double *intervals = room(2 * intervalCount * sizeof(double));
  double *instants = room(count * sizeof(double)), *answers = room(count * sizeof(double));
  if (fread(intervals, sizeof(double), 2 * intervalCount, file) != 2 * intervalCount) fail("intervals are missing");
  if (fread(instants, sizeof(double), count, file) != count) fail("instants are missing");
  fclose(file);
  Table table = build(intervals, intervalCount, head[2], head[3]);
  int rounds = atoi(argv[2]);
  for (int round = -2; round < rounds; round++) {
    double start = now();
    add(&table, instants, head[4], answers, count);
    double ns = (now() - start) / (double)count;
    if (round >= 0) printf("%.4f\n", ns);
  }
  printf("%08x\n", checksum(answers, count));
  return 0;
}
