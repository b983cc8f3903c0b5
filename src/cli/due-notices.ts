/** The readings that an answer depends on, numbered, each with how to choose another on the command line. */
import type { Notice } from "../policy/notices.js";
import type { Writer } from "./due-writer.js";
import { usageForNotice } from "./reading-options.js";
import { hanging } from "./wrap.js";

const WORDS = {
  en: {
    heading: "Readings taken where the policy leaves something open",
    change: "to change: ",
    elsewhere: (name: string) =>
      `What no option changes is changed in the policy (then --policy my.json):\n  sla-clock policies show ${name} --format json > my.json`,
  },
  zh: {
    heading: "政策未明确之处所采用的解读",
    change: "如需更改：",
    elsewhere: (name: string) =>
      `没有对应选项的解读可在政策中修改（然后用 --policy my.json）：\n  sla-clock policies show ${name} --format json > my.json`,
  },
};

/** The numbered list, or "" where nothing was read in doubt. */
export function formatNotices(writer: Writer): string {
  const { answer, question, policy, locale, style } = writer;
  const { notices } = answer;
  if (notices.length === 0) return "";
  const items = notices.map((notice, i) => formatItem(writer, notice, i + 1));
  const needsFile = notices.some(
    (notice) => notice.override !== undefined && usageForNotice(notice, policy) === undefined,
  );
  const footer =
    question.source === "catalog" && needsFile ? [style("secondary", WORDS[locale].elsewhere(policy.name))] : [];
  return [style("heading", WORDS[locale].heading), ...items, ...footer].join("\n");
}

function formatItem({ policy, locale, width, style }: Writer, notice: Notice, number: number): string {
  const mark = `${String(number).padStart(2)}  `;
  const text = locale === "zh" ? (notice.zh ?? notice.message) : notice.message;
  const override = usageForNotice(notice, policy) ?? notice.override;
  const change =
    override === undefined ? [] : [style("secondary", hanging("    ", `${WORDS[locale].change}${override}`, width))];
  return [hanging(mark, text, width), ...change].join("\n");
}
