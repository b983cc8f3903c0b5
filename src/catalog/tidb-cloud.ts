import type { Policy } from "../policy/definition.js";

/**
 * TiDB Cloud: Connected Care (seed file `004_73e12451bbd6beb2.txt`). First response by plan and severity S1–S4, in
 * elapsed minutes and hours or in working hours (Monday to Friday 9:00–18:00 local time); the plan Basic guarantees
 * nothing. The zone is `"local"`: the customer's, which the caller must give.
 *
 * @example
 * ```ts
 * import { tidbCloud } from "sla-clock/catalog";
 *
 * const s3 = tidbCloud.targets.filter((target) => target.when?.severity === "S3");
 * s3.map((target) => target.within); //=> ["not guaranteed", "12 working hours", "8 working hours", "4 working hours"]
 * ```
 */
export const tidbCloud: Policy<
  "basic" | "developer" | "enterprise" | "premium",
  "S1" | "S2" | "S3" | "S4",
  never,
  never
> = {
  name: "tidb-cloud",
  title: { en: "TiDB Cloud Connected Care", zh: "TiDB Cloud Connected Care 支持服务" },
  source: "TiDB Cloud Connected Care (004_73e12451bbd6beb2.txt)",
  zone: "local",
  calendars: {
    working: { hours: "Mon-Fri 09:00-18:00", holidays: [] },
  },
  tiers: {
    basic: {
      title: { en: "Basic", zh: "基础版" },
      aliases: ["基础版"],
      covers: [{ en: "billing support", zh: "账单支持" }],
    },
    developer: {
      title: { en: "Developer", zh: "开发者版" },
      aliases: ["开发者版"],
      covers: [
        { en: "billing support", zh: "账单支持" },
        { en: "ticket support", zh: "工单支持" },
        { en: "database guidance", zh: "数据库使用指导" },
      ],
    },
    enterprise: {
      title: { en: "Enterprise", zh: "企业版" },
      aliases: ["企业版"],
      covers: [
        { en: "billing support", zh: "账单支持" },
        { en: "ticket support", zh: "工单支持" },
        { en: "database guidance", zh: "数据库使用指导" },
        { en: "Clinic", zh: "Clinic 服务" },
        { en: "IM chat", zh: "IM 聊天" },
        { en: "alert subscription", zh: "告警订阅" },
        { en: "IM tickets", zh: "IM 工单" },
      ],
      notes: [{ en: "fast 7x24 response", zh: "7x24 快速响应" }],
    },
    premium: {
      title: { en: "Premium", zh: "高级版" },
      aliases: ["高级版"],
      covers: [
        { en: "billing support", zh: "账单支持" },
        { en: "ticket support", zh: "工单支持" },
        { en: "database guidance", zh: "数据库使用指导" },
        { en: "Clinic", zh: "Clinic 服务" },
        { en: "IM chat", zh: "IM 聊天" },
        { en: "alert subscription", zh: "告警订阅" },
        { en: "IM tickets", zh: "IM 工单" },
        { en: "IM ticket interaction", zh: "IM 工单交互" },
        { en: "a technical account manager", zh: "技术客户经理" },
      ],
    },
  },
  severities: {
    S1: { title: { en: "S1", zh: "S1" } },
    S2: { title: { en: "S2", zh: "S2" } },
    S3: { title: { en: "S3", zh: "S3" } },
    S4: { title: { en: "S4", zh: "S4" } },
  },
  targets: [
    {
      when: { tier: "basic", severity: "S1" },
      metric: "firstResponse",
      within: "not guaranteed",
      words: { en: "none (-)", zh: "-" },
    },
    {
      when: { tier: "developer", severity: "S1" },
      metric: "firstResponse",
      within: "4 working hours",
      calendar: "working",
    },
    { when: { tier: "enterprise", severity: "S1" }, metric: "firstResponse", within: "1 hour" },
    { when: { tier: "premium", severity: "S1" }, metric: "firstResponse", within: "30 minutes" },
    {
      when: { tier: "basic", severity: "S2" },
      metric: "firstResponse",
      within: "not guaranteed",
      words: { en: "none (-)", zh: "-" },
    },
    {
      when: { tier: "developer", severity: "S2" },
      metric: "firstResponse",
      within: "8 working hours",
      calendar: "working",
    },
    { when: { tier: "enterprise", severity: "S2" }, metric: "firstResponse", within: "2 hours" },
    { when: { tier: "premium", severity: "S2" }, metric: "firstResponse", within: "1 hour" },
    {
      when: { tier: "basic", severity: "S3" },
      metric: "firstResponse",
      within: "not guaranteed",
      words: { en: "none (-)", zh: "-" },
    },
    {
      when: { tier: "developer", severity: "S3" },
      metric: "firstResponse",
      within: "12 working hours",
      calendar: "working",
    },
    {
      when: { tier: "enterprise", severity: "S3" },
      metric: "firstResponse",
      within: "8 working hours",
      calendar: "working",
    },
    {
      when: { tier: "premium", severity: "S3" },
      metric: "firstResponse",
      within: "4 working hours",
      calendar: "working",
    },
    {
      when: { tier: "basic", severity: "S4" },
      metric: "firstResponse",
      within: "not guaranteed",
      words: { en: "none (-)", zh: "-" },
    },
    {
      when: { tier: "developer", severity: "S4" },
      metric: "firstResponse",
      within: "24 working hours",
      calendar: "working",
    },
    {
      when: { tier: "enterprise", severity: "S4" },
      metric: "firstResponse",
      within: "24 working hours",
      calendar: "working",
    },
    {
      when: { tier: "premium", severity: "S4" },
      metric: "firstResponse",
      within: "24 working hours",
      calendar: "working",
    },
  ],
  statements: [
    {
      about: "working hours",
      text: {
        en: "local time 9:00–18:00, Monday to Friday (nine hours a day)",
        zh: "工作小时：当地时间周一至周五 9:00–18:00（每天九小时）",
      },
    },
  ],
  assumptions: [
    {
      about: 'whose time "local time" is',
      reading: {
        en: "The customer's. The zone is a required parameter; asking without one is an error that names it.",
        zh: "指客户所在地的时间。时区为必填参数；未提供时报错并指出该参数。",
      },
      override: "Parameter `zone`, or the ticket's `zone`.",
      usedBy: [{ calendar: "working" }],
    },
    {
      about: "no resolution is promised",
      reading: {
        en: "There is only first response, no resolution target.",
        zh: "文中仅承诺首次响应，未承诺解决时间；因此没有解决时间目标。",
      },
      override: "Add targets of the metric `resolution`.",
      usedBy: [],
    },
    {
      about: "what 24 working hours (工作小时) are",
      reading: {
        en: 'At nine hours a day, two days and six hours of working time; never 24 elapsed hours, never "1 day".',
        zh: "按每天九小时计，即两天零六小时的工作时间；不是 24 个自然小时，也不是“1 天”。",
      },
      override: 'In `targets`, write the amount otherwise: `within: "24 hours"` without a calendar.',
      usedBy: [{ unit: "workingHour" }],
    },
    {
      about: "no holidays are named",
      reading: {
        en: "None are applied unless the user passes them.",
        zh: "文中未列出节假日；除非使用者另行提供，否则不计节假日。",
      },
      override: "Parameter `holidays`: the customer's list.",
      parameter: "holidays",
      usedBy: [{ calendar: "working" }],
    },
    {
      about: 'the rows of Basic say "-"',
      reading: {
        en: "Nothing is guaranteed, which is an answer and no error.",
        zh: "基础版各行为“-”，即不保证；这是一种回答，不作为错误处理。",
      },
      override: "In `targets`, another `within` for the rows of `basic`.",
      usedBy: [{ unit: "notGuaranteed" }],
    },
    {
      about: "what S1–S4 are",
      reading: {
        en: "The document does not define them; the severity that the ticket names decides.",
        zh: "文中未定义 S1–S4；以工单注明的级别为准。",
      },
      override: "Add `criteria` to the severities.",
      usedBy: [],
    },
    {
      about: "7×24 is said of Enterprise only",
      reading: {
        en: "Premium's plain hours and minutes run 7×24 too.",
        zh: "高级版以小时和分钟计的时间同样按 7×24 连续计算。",
      },
      override: 'In `targets`, write the amount as working time: `within: "30 working minutes", calendar: "working"`.',
      usedBy: [{ when: { tier: "premium" }, unit: ["minute", "hour"] }],
    },
  ],
};
