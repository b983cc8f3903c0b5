import type { Policy } from "../policy/definition.js";

/**
 * Websoft9: help desk (seed file `002_e47684bf67c50b4b.txt`). Five channels with hours of service and no response time
 * in hours: the promise is an answer while the channel is open, so each row is immediate on its channel's calendar.
 * The calendar `standard` holds the standard working hours, Monday to Friday 8:00–17:30; no row runs on it.
 *
 * @example
 * ```ts
 * import { websoft9 } from "sla-clock/catalog";
 *
 * const phone = websoft9.targets.find((target) => target.when?.channel === "phone");
 * phone?.within; //=> "immediate"
 * phone?.calendar; //=> "7x8"
 * websoft9.calendars?.["7x8"]; //=> { hours: "7x8 from 08:00", holidays: [] }
 * ```
 */
export const websoft9: Policy<never, never, "ticket" | "mail" | "qq" | "wechat" | "phone", never> = {
  name: "websoft9",
  title: { en: "Websoft9 help desk", zh: "Websoft9 帮助台" },
  source: "Websoft9 help desk (002_e47684bf67c50b4b.txt)",
  zone: "Asia/Shanghai",
  calendars: {
    "5x8": { hours: "5x8 from 08:00", holidays: [] },
    "7x8": { hours: "7x8 from 08:00", holidays: [] },
    standard: { hours: "Mon-Fri 08:00-17:30", holidays: [] },
  },
  channels: {
    ticket: {
      title: { en: "ticket", zh: "工单" },
      aliases: ["工单"],
      covers: [{ en: "faults", zh: "故障" }],
      calendar: "always",
      notes: [{ en: "recommended", zh: "推荐" }],
    },
    mail: {
      title: { en: "mail", zh: "邮箱" },
      aliases: ["邮箱"],
      covers: [
        { en: "faults", zh: "故障" },
        { en: "partnership", zh: "合作" },
      ],
      calendar: "always",
    },
    qq: {
      title: { en: "QQ group", zh: "QQ群" },
      aliases: ["QQ group", "QQ群"],
      covers: [{ en: "discussion", zh: "交流讨论" }],
      calendar: "5x8",
    },
    wechat: {
      title: { en: "WeChat", zh: "微信" },
      aliases: ["微信"],
      covers: [{ en: "discussion", zh: "交流讨论" }],
      calendar: "5x8",
    },
    phone: {
      title: { en: "phone", zh: "电话" },
      aliases: ["电话"],
      covers: [
        { en: "pre-sales", zh: "售前" },
        { en: "urgent faults", zh: "紧急故障" },
      ],
      calendar: "7x8",
    },
  },
  targets: [
    {
      when: { channel: "ticket" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "always",
      words: { en: "service hours 7×24", zh: "服务时间 7×24" },
    },
    {
      when: { channel: "mail" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "always",
      words: { en: "service hours 7×24", zh: "服务时间 7×24" },
    },
    {
      when: { channel: "qq" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "5x8",
      words: { en: "service hours 5×8", zh: "服务时间 5×8" },
    },
    {
      when: { channel: "wechat" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "5x8",
      words: { en: "service hours 5×8", zh: "服务时间 5×8" },
    },
    {
      when: { channel: "phone" },
      metric: "firstResponse",
      within: "immediate",
      calendar: "7x8",
      words: { en: "service hours 7×8", zh: "服务时间 7×8" },
    },
  ],
  contacts: {
    ticket: { title: { en: "ticket", zh: "工单" }, medium: "ticket", calendar: "always" },
    mail: { title: { en: "mail", zh: "邮箱" }, medium: "mail", calendar: "always" },
    qq: { title: { en: "QQ group", zh: "QQ群" }, medium: "qq", calendar: "5x8" },
    wechat: { title: { en: "WeChat", zh: "微信" }, medium: "wechat", calendar: "5x8" },
    phone: { title: { en: "phone", zh: "电话" }, medium: "phone", calendar: "7x8" },
    wangwang: {
      title: { en: "Wangwang", zh: "旺旺" },
      medium: "wangwang",
      notes: [{ en: "for paid images", zh: "用于付费镜像" }],
    },
    githubIssue: {
      title: { en: "GitHub issue", zh: "GitHub Issue" },
      medium: "issue",
      notes: [{ en: "for free images", zh: "用于免费镜像" }],
    },
  },
  statements: [
    {
      about: "N×M notation",
      text: {
        en: '"5×8" means 5 days a week, 8 hours a day; likewise 7×24 and 7×8',
        zh: "“5×8”指每周 5 天、每天 8 小时；7×24 和 7×8 同理",
      },
    },
    {
      about: "standard working hours",
      text: {
        en: "Monday to Friday, 8:00–17:30; in them support answers in real time",
        zh: "周一至周五 8:00–17:30；在此时间内实时响应",
      },
    },
    {
      about: "when nobody can be reached",
      text: {
        en: "inside a channel's hours someone can be reached, but lines may be busy, at lunch, and so on: then wait or take another channel",
        zh: "在渠道的服务时间内可以联系到客服，但可能遇到占线、午餐等情况：请稍候或改用其他渠道",
      },
    },
    {
      about: "response time",
      text: { en: "no response time in hours is promised", zh: "未承诺以小时计的响应时间" },
    },
    {
      about: "paid and free images",
      text: {
        en: "paid images get human support by phone, QQ or Wangwang, mail or ticket; free images by GitHub issue",
        zh: "付费镜像通过电话、QQ 或旺旺、邮件或工单获得人工支持；免费镜像通过 GitHub Issue 获得支持",
      },
    },
  ],
  assumptions: [
    {
      about: "no time zone is named",
      reading: {
        en: "Asia/Shanghai: the phone number is Changsha's.",
        zh: "文中未说明时区；电话号码属于长沙，故取 Asia/Shanghai（北京时间）。",
      },
      override: "Parameter `zone`.",
      parameter: "zone",
      usedBy: [{ calendar: ["5x8", "7x8"] }],
    },
    {
      about:
        "which eight hours 5×8 and 7×8 are is not said, and the standard working hours 8:00–17:30 are nine and a half",
      reading: {
        en: "They are anchored at the standard opening: 8:00–16:00, 5×8 from Monday to Friday. The standard hours are a calendar of their own, `standard`.",
        zh: "以标准工作时间的开始时刻为起点：8:00–16:00，5×8 为周一至周五。标准工作时间另设为日历 `standard`。",
      },
      override: 'Parameter `anchor`: "09:00", say; or parameter `calendars`: other hours for "5x8" and "7x8".',
      parameter: "anchor",
      usedBy: [{ calendar: ["5x8", "7x8"] }],
    },
    {
      about: "what is promised inside a channel's hours",
      reading: {
        en: "An answer while the channel is open: the deadline is the moment of contact inside the hours, and the next opening outside them.",
        zh: "在渠道开放时予以答复：服务时间内，期限为联系之时；服务时间外，期限为下一次开放之时。",
      },
      override: "In `targets`, another `within`.",
      usedBy: [{ metric: "firstResponse" }],
    },
    {
      about: "real-time answers are said only of the standard working hours, Monday to Friday 8:00–17:30",
      reading: {
        en: "Outside them too (03:00 or a Sunday) a channel that is open answers at once.",
        zh: "在标准工作时间以外（如凌晨 3:00 或周日），开放中的渠道同样立即答复。",
      },
      override: 'In `targets`, `calendar: "standard"` for the rows of the channels.',
      usedBy: [{ calendar: ["always", "7x8"] }],
    },
    {
      about: "no working days are named",
      reading: {
        en: "No holidays are applied.",
        zh: "文中未提及工作日；因此不计节假日。",
      },
      override: 'Parameter `holidays`: "CN", say.',
      parameter: "holidays",
      usedBy: [{ calendar: ["5x8", "7x8"] }],
    },
  ],
};
