/** The table of promises: one row of the policy a line, the ones that do not bind behind. */
import { formatAmount } from "../time/amount.js";
import type { AnswerRow } from "./due-answer.js";
import { noticeNumbers } from "./due-answer.js";
import { formatClock, type Writer } from "./due-writer.js";
import { formatFromNow } from "./relative-time.js";
import { formatTable, type TableRow, tableWidth } from "./table.js";
import { formatConditions, formatPromise, metricName } from "./words.js";

const WORDS = {
  en: {
    metric: "Metric",
    promise: "Promise",
    row: "For",
    due: "Due",
    fromNow: "From now",
    notices: "Readings",
    notBinding: "  does not bind",
    noDeadline: "no deadline",
    binding: {
      earliest: "Several rows promise the same: the earliest deadline binds.",
      first: "Several rows promise the same: the first row of the policy binds.",
      mostSpecific: "Several rows promise the same: the row with the most conditions binds.",
    },
  },
  zh: {
    metric: "指标",
    promise: "承诺",
    row: "适用于",
    due: "到期",
    fromNow: "距现在",
    notices: "解读",
    notBinding: "  不作准",
    noDeadline: "没有截止时间",
    binding: {
      earliest: "多行承诺同一指标，以最早到期者为准。",
      first: "多行承诺同一指标，以政策中的第一行为准。",
      mostSpecific: "多行承诺同一指标，以条件最多的一行为准。",
    },
  },
};

type Column = "metric" | "promise" | "row" | "due" | "fromNow" | "notices";

/** The table, and by which rule rows bind where several promise the same. */
export function formatPromises(writer: Writer): string {
  const { answer, style, locale, policy, width } = writer;
  const hasSeveral = answer.rows.some(({ plan }) => !plan.binds);
  const bare: readonly Column[] = ["metric", "promise", ...(hasSeveral ? (["row"] as const) : []), "due", "fromNow"];
  const numbered: readonly Column[] = [...bare, "notices"];
  // The numbers of readings are the first to go on a narrow terminal.
  const hasRoom = answer.notices.length > 0 && tableWidth(tableRows(writer, numbered)) <= width;
  const columns = hasRoom ? numbered : bare;
  const rigid = [columns.indexOf("due"), columns.indexOf("fromNow")];
  const table = formatTable(tableRows(writer, columns), { width, rigid });
  return hasSeveral ? `${table}\n${style("secondary", WORDS[locale].binding[policy.binding ?? "earliest"])}` : table;
}

function tableRows(writer: Writer, columns: readonly Column[]): TableRow[] {
  const { answer, style, locale } = writer;
  const head = columns.map((column) => WORDS[locale][column]);
  return [
    { cells: head, paint: (line) => style("heading", line) },
    ...answer.rows.map((row) => tableRow(writer, row, columns)),
  ];
}

function tableRow(writer: Writer, row: AnswerRow, columns: readonly Column[]): TableRow {
  const { style, question } = writer;
  const texts = cellsOf(writer, row);
  const cells = columns.map((column) => texts[column]);
  if (!row.plan.binds) return { cells, paint: (line) => style("secondary", line) };
  const isLate = row.plan.due !== undefined && row.plan.due.dueMs < question.nowMs;
  return {
    cells,
    paintCell: {
      [columns.indexOf("due")]: (cell) => style("strong", cell),
      ...(isLate && { [columns.indexOf("fromNow")]: (cell: string) => style("late", cell) }),
    },
  };
}

function cellsOf(writer: Writer, row: AnswerRow): Readonly<Record<Column, string>> {
  const { answer, locale, question } = writer;
  const { target, term } = row.plan.row;
  const dueMs = row.plan.due?.dueMs;
  const mark = row.beyond.length > 0 ? " !" : "";
  return {
    metric: row.plan.binds ? metricName(row.metric, locale) : WORDS[locale].notBinding,
    promise: formatPromise(term, target.words, locale),
    row: formatConditions(target.when, locale),
    due: dueMs === undefined ? formatAmount(term, locale) : formatClock(writer, dueMs) + mark,
    fromNow: dueMs === undefined ? WORDS[locale].noDeadline : formatFromNow(dueMs, question.nowMs, locale),
    notices: noticeNumbers(row, answer.notices).join(" "),
  };
}
