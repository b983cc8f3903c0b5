import type { Policy } from "../policy/definition.js";

/**
 * ai-lib: enterprise support (seed file `000_00f67aa88edc8baa.txt`). Three tiers, severities P0–P3 and three contacts,
 * each with a first response of its own, of which the soonest binds; P0–P3 also have a resolution. Hours are elapsed
 * time; the two mail contacts take mail in on the calendar `office` (UTC+8).
 *
 * @example
 * ```ts
 * import { ailib } from "sla-clock/catalog";
 *
 * const resolutions = ailib.targets.filter((target) => target.metric === "resolution");
 * resolutions.map((target) => target.within); //=> ["24 hours", "72 hours", "1 week", "by arrangement"]
 * ailib.severities?.P0.title?.zh; //=> "紧急"
 * ```
 */
export const ailib: Policy<
  "basic" | "standard" | "premium",
  "P0" | "P1" | "P2" | "P3",
  "technicalSupport" | "urgentSupport" | "businessEnquiries",
  never
> = {
  name: "ailib",
  title: { en: "ai-lib enterprise support", zh: "ai-lib 企业支持" },
  source: "ai-lib enterprise support (000_00f67aa88edc8baa.txt)",
  zone: "UTC+8",
  calendars: {
    office: { zone: "UTC+8", hours: "Mon-Fri 09:00-18:00", holidays: [] },
  },
  tiers: {
    basic: {
      title: { en: "basic", zh: "基础支持" },
      aliases: ["基础支持"],
      media: ["mail"],
      covers: [
        { en: "basic usage questions", zh: "基础使用问题" },
        { en: "technical consulting", zh: "技术咨询" },
      ],
      availability: { en: "99 %", zh: "99%" },
    },
    standard: {
      title: { en: "standard", zh: "标准支持" },
      aliases: ["标准支持"],
      media: ["mail", "online"],
      covers: [
        { en: "production problems", zh: "生产环境问题" },
        { en: "performance", zh: "性能" },
      ],
      availability: { en: "99.5 %", zh: "99.5%" },
    },
    premium: {
      title: { en: "premium", zh: "高级支持" },
      aliases: ["高级支持"],
      media: ["mail", "phone", "online"],
      covers: [
        { en: "urgent problems", zh: "紧急问题" },
        { en: "architecture", zh: "架构" },
        { en: "custom development", zh: "定制开发" },
      ],
      availability: { en: "99.9 %", zh: "99.9%" },
    },
  },
  severities: {
    P0: {
      title: { en: "urgent", zh: "紧急" },
      aliases: ["urgent", "紧急"],
      criteria: [{ en: "production completely unavailable", zh: "生产环境完全不可用" }],
    },
    P1: {
      title: { en: "high", zh: "高优先级" },
      aliases: ["high", "高优先级"],
      criteria: [{ en: "a function severely affected", zh: "某项功能受到严重影响" }],
    },
    P2: {
      title: { en: "medium", zh: "中优先级" },
      aliases: ["medium", "中优先级"],
      criteria: [{ en: "a function partly affected", zh: "某项功能受到部分影响" }],
    },
    P3: {
      title: { en: "low", zh: "低优先级" },
      aliases: ["low", "低优先级"],
      criteria: [{ en: "enhancement or suggestion", zh: "功能增强或建议" }],
    },
  },
  channels: {
    technicalSupport: { title: { en: "technical support, mail", zh: "技术支持（邮件）" }, calendar: "office" },
    urgentSupport: { title: { en: "urgent support, phone", zh: "紧急支持（电话）" }, calendar: "always" },
    businessEnquiries: { title: { en: "business enquiries, mail", zh: "商务咨询（邮件）" }, calendar: "office" },
  },
  targets: [
    { when: { tier: "basic" }, metric: "firstResponse", within: "24 hours" },
    { when: { tier: "standard" }, metric: "firstResponse", within: "8 hours" },
    { when: { tier: "premium" }, metric: "firstResponse", within: "4 hours" },
    { when: { severity: "P0" }, metric: "firstResponse", within: "4 hours" },
    { when: { severity: "P0" }, metric: "resolution", within: "24 hours" },
    { when: { severity: "P1" }, metric: "firstResponse", within: "8 hours" },
    { when: { severity: "P1" }, metric: "resolution", within: "72 hours" },
    { when: { severity: "P2" }, metric: "firstResponse", within: "24 hours" },
    { when: { severity: "P2" }, metric: "resolution", within: "1 week", words: { en: "1 week", zh: "1周" } },
    { when: { severity: "P3" }, metric: "firstResponse", within: "48 hours" },
    {
      when: { severity: "P3" },
      metric: "resolution",
      within: "by arrangement",
      words: { en: "by arrangement", zh: "根据优先级安排" },
    },
    { when: { channel: "technicalSupport" }, metric: "firstResponse", within: "24 hours", startsOn: "office" },
    {
      when: { channel: "urgentSupport" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "always",
      words: { en: "immediate", zh: "立即响应" },
    },
    { when: { channel: "businessEnquiries" }, metric: "firstResponse", within: "48 hours", startsOn: "office" },
  ],
  binding: "earliest",
  contacts: {
    technicalSupport: {
      title: { en: "technical support, mail", zh: "技术支持（邮件）" },
      medium: "mail",
      calendar: "office",
    },
    urgentSupport: {
      title: { en: "urgent support, phone", zh: "紧急支持（电话）" },
      medium: "phone",
      calendar: "always",
    },
    businessEnquiries: {
      title: { en: "business enquiries, mail", zh: "商务咨询（邮件）" },
      medium: "mail",
      calendar: "office",
    },
    community: {
      title: { en: "community channels (GitHub issues, discussions)", zh: "社区渠道（GitHub Issues、Discussions）" },
      medium: "community",
      notes: [{ en: "they promise nothing", zh: "不作任何承诺" }],
    },
  },
  availability: [
    { about: "standard, tier section", text: { en: "99 %", zh: "99%" } },
    { about: "premium, tier section", text: { en: "99.9 %", zh: "99.9%" } },
    { about: "basic, SLA section", text: { en: "99 %", zh: "99%" } },
    { about: "standard, SLA section", text: { en: "99.5 %", zh: "99.5%" } },
    { about: "premium, SLA section", text: { en: "99.9 %", zh: "99.9%" } },
  ],
  compensation: [
    {
      for: "downtime",
      text: { en: "for an interruption by its length", zh: "服务中断的，按中断时长补偿" },
    },
    {
      for: "responseDelay",
      text: { en: "for a response later than promised", zh: "响应晚于承诺时间的，予以补偿" },
    },
    {
      for: "resolutionDelay",
      text: { en: "for a problem not solved in time", zh: "问题未按时解决的，予以补偿" },
    },
  ],
  exclusions: [
    { en: "third-party services", zh: "第三方服务" },
    {
      en: "custom development beyond the standard (premium lists custom development as covered)",
      zh: "超出标准的定制开发（高级支持已包含定制开发）",
    },
    { en: "basic programming training", zh: "基础编程培训" },
    { en: "hardware", zh: "硬件" },
  ],
  statements: [
    {
      about: "response by urgency, SLA section",
      text: {
        en: "urgent 4 h, high 8 h, medium 24 h, low 48 h (they agree with P0–P3)",
        zh: "紧急 4 小时，高 8 小时，中 24 小时，低 48 小时（与 P0–P3 一致）",
      },
    },
    {
      about: "compensation",
      text: { en: "no figures given", zh: "未给出具体数额" },
    },
  ],
  assumptions: [
    {
      about: "standard availability is 99 % in the tier section and 99.5 % in the SLA section",
      reading: {
        en: "The SLA section is the agreement, so 99.5 %; the other figure, 99 %, is kept in `availability`.",
        zh: "服务等级协议部分为正式约定，故取 99.5%；另一数字 99% 保留在 `availability` 中。",
      },
      override: "Change `tiers.standard.availability`.",
      usedBy: [],
    },
    {
      about: 'whether a response of "24 hours" is elapsed or working time',
      reading: {
        en: "The hours of a tier or a severity are elapsed time on 7×24.",
        zh: "支持等级和优先级的小时数按 7×24 自然时间连续计算。",
      },
      override: 'In `targets`, write the amount as working time: `within: "24 working hours", calendar: "office"`.',
      usedBy: [{ unit: "hour" }],
    },
    {
      about: "when the clock of a mail contact with stated hours starts",
      reading: {
        en: "It runs as elapsed time from the moment the mail is taken in: at once inside the contact's hours, at the next opening outside them.",
        zh: "从邮件被受理时起按自然时间连续计算：在服务时间内立即受理，在服务时间外则于下一次开始服务时受理。",
      },
      override: "In `targets`, remove `startsOn` from the row of the channel.",
      usedBy: [{ when: { channel: ["technicalSupport", "businessEnquiries"] }, calendar: "office" }],
    },
    {
      about: "which response binds when a ticket has several: a tier, a severity, a channel",
      reading: {
        en: "A ticket has a tier and a severity, with two response promises: the sooner one binds, and both stay visible; likewise the channel's.",
        zh: "一个工单同时有支持等级和优先级，即有两个响应承诺：以较早者为准，两者均列出；服务渠道的承诺亦同。",
      },
      override: '`binding`: "first" (the order of `targets`) or "mostSpecific".',
      usedBy: [
        {
          when: { tier: ["basic", "standard", "premium"], severity: ["P0", "P1", "P2", "P3"] },
          metric: "firstResponse",
        },
        {
          when: {
            tier: ["basic", "standard", "premium"],
            channel: ["technicalSupport", "urgentSupport", "businessEnquiries"],
          },
          metric: "firstResponse",
        },
        {
          when: {
            severity: ["P0", "P1", "P2", "P3"],
            channel: ["technicalSupport", "urgentSupport", "businessEnquiries"],
          },
          metric: "firstResponse",
        },
      ],
    },
    {
      about: 'what "1 week" (1周) is',
      reading: {
        en: "Seven calendar days, to the same local time, UTC+8.",
        zh: "指七个自然日，至同一当地时刻（UTC+8）。",
      },
      override: 'In `targets`, another `within`: `within: "5 working days", calendar: "office"`.',
      usedBy: [{ unit: "week" }],
    },
    {
      about: "UTC+8 is a fixed offset, not a city",
      reading: {
        en: "There is no daylight saving.",
        zh: "UTC+8 为固定时差，不代表某个城市；不实行夏令时。",
      },
      override: "Parameter `calendars`: another `office`; parameter `zone` for the week.",
      usedBy: [{ calendar: "office" }, { unit: "week" }],
    },
    {
      about: "no holidays are named",
      reading: {
        en: "None are applied unless the user passes them.",
        zh: "文中未列出节假日；除非使用者另行提供，否则不计节假日。",
      },
      override: 'Parameter `holidays`: "CN", say.',
      parameter: "holidays",
      usedBy: [{ calendar: "office" }],
    },
    {
      about: "who may use urgent support by phone: phone is listed for the premium tier only",
      reading: {
        en: "Urgent support is offered to nobody in particular, so its row is for every tier.",
        zh: "紧急支持电话未限定对象，因此适用于所有支持等级。",
      },
      override: 'In `targets`, narrow the row: `when: { channel: "urgentSupport", tier: "premium" }`.',
      usedBy: [{ when: { channel: "urgentSupport" }, unit: "immediate" }],
    },
  ],
};
