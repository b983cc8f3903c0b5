import type { Policy } from "../policy/definition.js";

/**
 * GoFrame: paid technical support (seed file `001_13e2a1515cf54d46.txt`). Four plans, each with one first response for
 * every ticket; the community plan's is "not guaranteed" (不保证). Hours are elapsed time, so the policy has no zone:
 * times are written in the zone that the caller gives, else with the offset of the opening.
 *
 * @example
 * ```ts
 * import { goframe } from "sla-clock/catalog";
 *
 * goframe.targets.map((target) => target.within); //=> ["not guaranteed", "24 hours", "12 hours", "8 hours"]
 * goframe.targets[0]?.words?.zh; //=> "不保证"
 * ```
 */
export const goframe: Policy<"community" | "basic" | "advanced" | "enterprise", never, never, never> = {
  name: "goframe",
  title: { en: "GoFrame paid technical support", zh: "GoFrame 付费技术支持" },
  source: "GoFrame paid technical support (001_13e2a1515cf54d46.txt)",
  tiers: {
    community: {
      title: { en: "community", zh: "开源社区" },
      aliases: ["开源社区"],
      price: { en: "free", zh: "免费" },
      media: ["issue", "group chat"],
      covers: [{ en: "usage consulting (by issue and group chat)", zh: "使用咨询（issue 和群聊）" }],
    },
    basic: {
      title: { en: "basic", zh: "基础版" },
      aliases: ["基础版"],
      price: { en: "listed 280 a month (580 struck out)", zh: "标价每月 280（580 已划去）" },
      media: ["private group"],
      covers: [
        { en: "usage consulting (by private group)", zh: "使用咨询（专属群）" },
        { en: "upgrade guarantee", zh: "升级保障" },
        { en: "priority response", zh: "优先响应" },
      ],
    },
    advanced: {
      title: { en: "advanced", zh: "高级版" },
      aliases: ["高级版"],
      price: { en: "in preparation", zh: "筹备中" },
      media: ["private group"],
      covers: [
        { en: "usage consulting (by private group)", zh: "使用咨询（专属群）" },
        { en: "upgrade guarantee", zh: "升级保障" },
        { en: "priority response", zh: "优先响应" },
        { en: "problem diagnosis", zh: "问题诊断" },
        { en: "remote assistance", zh: "远程协助" },
        { en: "custom development", zh: "定制开发" },
        { en: "training: 1 course", zh: "培训：1 门课程" },
      ],
    },
    enterprise: {
      title: { en: "enterprise", zh: "企业版" },
      aliases: ["企业版"],
      price: { en: "in preparation", zh: "筹备中" },
      media: ["private group"],
      covers: [
        { en: "usage consulting (by private group, many-to-one)", zh: "使用咨询（专属群，多对一）" },
        { en: "upgrade guarantee", zh: "升级保障" },
        { en: "priority response", zh: "优先响应" },
        { en: "problem diagnosis", zh: "问题诊断" },
        { en: "remote assistance", zh: "远程协助" },
        { en: "custom development", zh: "定制开发" },
        { en: "performance tuning", zh: "性能调优" },
        { en: "training: 2 courses", zh: "培训：2 门课程" },
      ],
    },
  },
  targets: [
    {
      when: { tier: "community" },
      metric: "firstResponse",
      within: "not guaranteed",
      words: { en: "not guaranteed", zh: "不保证" },
    },
    { when: { tier: "basic" }, metric: "firstResponse", within: "24 hours" },
    { when: { tier: "advanced" }, metric: "firstResponse", within: "12 hours" },
    { when: { tier: "enterprise" }, metric: "firstResponse", within: "8 hours" },
  ],
  contacts: {
    ticket: { title: { en: "online ticket system", zh: "在线工单系统" }, medium: "ticket" },
    remoteAssistance: { title: { en: "remote assistance", zh: "远程协助" }, medium: "remote assistance" },
    onlineChat: { title: { en: "online chat (QQ, WeChat)", zh: "在线沟通（QQ、微信）" }, medium: "chat" },
  },
  statements: [
    {
      about: "priority response",
      text: {
        en: "security holes and performance bottlenecks are assessed and handled first",
        zh: "优先评估和处理安全漏洞与性能瓶颈",
      },
    },
    {
      about: "at once, without a figure",
      text: { en: "at once", zh: "第一时间响应" },
    },
    {
      about: "in the shortest time, without a figure",
      text: { en: "in the shortest time", zh: "最短的时间内" },
    },
  ],
  assumptions: [
    {
      about: "no severities are named",
      reading: {
        en: "A plan has one response target for every ticket.",
        zh: "文中未划分严重级别；每个版本对所有工单采用同一响应时效。",
      },
      override: "Add `severities` and targets with `when: { severity }`.",
      usedBy: [{ metric: "firstResponse" }],
    },
    {
      about: "no service hours are named",
      reading: {
        en: "Hours are elapsed time, 7×24.",
        zh: "文中未说明服务时间；小时按 7×24 自然时间连续计算。",
      },
      override:
        'Add a calendar with its zone to `calendars` and write the amount as working time: `within: "8 working hours", calendar: "office"`.',
      usedBy: [{ unit: "hour" }],
    },
    {
      about: "no resolution is promised",
      reading: {
        en: "There is no resolution target.",
        zh: "文中未承诺解决时间；因此没有解决时间目标。",
      },
      override: "Add targets of the metric `resolution`.",
      usedBy: [],
    },
    {
      about: 'the community plan\'s row says "not guaranteed" (不保证)',
      reading: {
        en: "Asking it for a deadline answers that nothing is guaranteed, which is no error.",
        zh: "查询开源社区版的响应时效时，回答“不保证”，不作为错误处理。",
      },
      override: "In `targets`, another `within` for the row.",
      usedBy: [{ unit: "notGuaranteed" }],
    },
    {
      about: '"at once" (第一时间响应) and "in the shortest time" (最短的时间内) are said without a figure',
      reading: {
        en: "They are kept in `statements` and make no deadline.",
        zh: "作为文字说明保留在 `statements` 中，不构成期限。",
      },
      override: 'Add a target: `within: "immediate", calendar: "always"`.',
      usedBy: [],
    },
    {
      about: "no working days are named",
      reading: {
        en: "There is no working calendar, so no holidays: elapsed hours run through them.",
        zh: "文中未提及工作日；因此没有工作日历，也不计节假日：小时在节假日照常计算。",
      },
      override: "Add a calendar with `holidays` to `calendars` and working amounts to `targets`.",
      usedBy: [],
    },
    {
      about: "no time zone is named",
      reading: {
        en: "Elapsed hours need none, so none is chosen: times are written in the zone that the caller gives, else with the offset of the opening.",
        zh: "文中未说明时区；自然小时的计算不需要时区，因此不作选择：时间按使用者给出的时区表示，否则沿用提交时刻的时差。",
      },
      override: "Parameter `zone`, or the ticket's `zone`.",
      usedBy: [],
    },
  ],
};
