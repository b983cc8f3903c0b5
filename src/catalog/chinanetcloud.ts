import type { Policy } from "../policy/definition.js";

/**
 * ChinaNetCloud (云络): customer guide, sections 8 and 9 (seed file `003_adddac541ffbabd8.txt`). Levels L1–L4, each
 * with a first response, a resolution and a time limit (时间上限). Minutes and hours are elapsed time on 24×7, working
 * days run on the calendar `office`, and a REQUEST that is not urgent starts in office hours only.
 *
 * @example
 * ```ts
 * import { chinanetcloud } from "sla-clock/catalog";
 *
 * const l3 = chinanetcloud.targets.filter((target) => target.when?.severity === "L3");
 * l3.map((target) => `${target.metric}: ${target.within}`); //=> ["firstResponse: 4 hours", "resolution: 1 working day", "limit: 2 working days"]
 * ```
 */
export const chinanetcloud: Policy<
  never,
  "L1" | "L2" | "L3" | "L4",
  never,
  "ALERT" | "REQUEST" | "PROJECT" | "TASK" | "PROBLEM"
> = {
  name: "chinanetcloud",
  title: { en: "ChinaNetCloud customer guide", zh: "云络（ChinaNetCloud）客户指南" },
  source: "ChinaNetCloud customer guide, sections 8 and 9 (003_adddac541ffbabd8.txt)",
  zone: "Asia/Shanghai",
  calendars: {
    office: { zone: "Asia/Shanghai", hours: "Mon-Fri 09:30-18:00", holidays: "CN" },
  },
  severities: {
    L1: {
      title: { en: "CRITICAL", zh: "关键级" },
      aliases: ["CRITICAL", "关键级"],
      criteria: [
        {
          en: "site, game or system completely down because of a system fault",
          zh: "因系统故障导致网站、游戏或系统完全不可用",
        },
        {
          en: "operating system or an important system service down",
          zh: "操作系统或重要的系统服务停止运行",
        },
        { en: "disaster-level alert", zh: "灾难级告警" },
      ],
    },
    L2: {
      title: { en: "HIGH", zh: "高级" },
      aliases: ["HIGH", "高级"],
      criteria: [
        {
          en: "site, game or system partly down or in serious trouble",
          zh: "网站、游戏或系统部分不可用或出现严重问题",
        },
        {
          en: "a matter that the customer needs solved at once or wants special attention for",
          zh: "客户需要立即解决或要求特别关注的事项",
        },
        { en: "high-level alert", zh: "高级别告警" },
      ],
    },
    L3: {
      title: { en: "MEDIUM", zh: "中级" },
      aliases: ["MEDIUM", "中级"],
      criteria: [
        { en: "an unimportant service on a server is down", zh: "服务器上不重要的服务停止运行" },
        { en: "request to change configuration or upgrade a version", zh: "更改配置或升级版本的请求" },
        { en: "minor server, application or OS problem", zh: "服务器、应用或操作系统的小问题" },
        { en: "above monitored averages or a warning-level alert", zh: "高于监控平均值，或警告级告警" },
        { en: "unusual problem, load or behaviour", zh: "异常的问题、负载或行为" },
      ],
    },
    L4: {
      title: { en: "LOW", zh: "低级" },
      aliases: ["LOW", "低级"],
      criteria: [
        { en: "small or administrative change such as a new user", zh: "小的或管理性的变更，例如新增用户" },
        { en: "new software or system installation", zh: "安装新的软件或系统" },
        { en: "project task", zh: "项目任务" },
        { en: "system or software upgrade", zh: "系统或软件升级" },
        { en: "information-level alert", zh: "信息级告警" },
      ],
      notes: [{ en: "in general non-urgent customer requests", zh: "一般为客户的非紧急请求" }],
    },
  },
  types: {
    ALERT: {
      title: { en: "ALERT", zh: "告警" },
      criteria: [{ en: "opened by monitoring", zh: "由监控系统创建" }],
      notes: [{ en: "an ALERT is handled 24×7", zh: "告警全天候（24×7）处理" }],
    },
    REQUEST: {
      title: { en: "REQUEST", zh: "请求" },
      criteria: [{ en: "customer change request", zh: "客户的变更请求" }],
      notes: [
        {
          en: "the customer is told the expected completion of a REQUEST by its difficulty",
          zh: "按请求的难易程度告知客户预计完成时间",
        },
      ],
    },
    PROJECT: { title: { en: "PROJECT", zh: "项目" } },
    TASK: {
      title: { en: "TASK", zh: "任务" },
      criteria: [{ en: "routine maintenance", zh: "日常维护" }],
    },
    PROBLEM: {
      title: { en: "PROBLEM", zh: "问题" },
      criteria: [
        { en: "recurring alerts", zh: "反复出现的告警" },
        { en: "failed backups", zh: "备份失败" },
      ],
    },
  },
  workingDayRule: "sameTime",
  targets: [
    { when: { severity: "L1" }, metric: "firstResponse", within: "15 minutes" },
    { when: { severity: "L1" }, metric: "resolution", within: "60 minutes" },
    { when: { severity: "L1" }, metric: "limit", within: "4 hours" },
    { when: { severity: "L2" }, metric: "firstResponse", within: "30 minutes" },
    { when: { severity: "L2" }, metric: "resolution", within: "2 hours" },
    { when: { severity: "L2" }, metric: "limit", within: "6 hours" },
    { when: { severity: "L3" }, metric: "firstResponse", within: "4 hours" },
    { when: { severity: "L3" }, metric: "resolution", within: "1 working day", calendar: "office" },
    { when: { severity: "L3" }, metric: "limit", within: "2 working days", calendar: "office" },
    { when: { severity: "L4" }, metric: "firstResponse", within: "1 working day", calendar: "office" },
    { when: { severity: "L4" }, metric: "resolution", within: "3 working days", calendar: "office" },
    { when: { severity: "L4" }, metric: "limit", within: "5 working days", calendar: "office" },
  ],
  intake: [
    {
      when: { type: "REQUEST", urgent: false },
      startsOn: "office",
      words: {
        en: "a request that arrives outside normal working time is handled on the next working day",
        zh: "在正常工作时间以外收到的请求，于下一个工作日处理",
      },
    },
  ],
  contacts: {
    mail: {
      title: { en: "the day's engineer or the customer's team, by mail", zh: "当日值班工程师或客户专属团队（邮件）" },
      medium: "mail",
      calendar: "always",
      notes: [
        { en: "tickets go there at any hour", zh: "任何时间均可发送工单" },
        { en: "an urgent request has URGENT in the subject", zh: "紧急请求须在邮件主题中注明“URGENT”" },
      ],
    },
    officePhone: {
      title: { en: "the office number", zh: "办公室电话" },
      medium: "phone",
      calendar: "office",
      notes: [{ en: "in office hours", zh: "办公时间内" }],
    },
    nightPhone: {
      title: { en: "the 400 number", zh: "400 电话" },
      medium: "phone",
      notes: [{ en: "at night and at week ends", zh: "夜间及周末" }],
    },
  },
  compensation: [
    {
      for: "breach",
      text: {
        en: "not answering, not resolving or not carrying out within these times brings the penalty named in the contract",
        zh: "未在上述时间内响应、解决或执行的，按合同约定承担违约责任",
      },
    },
  ],
  exclusions: [
    { en: "matters outside the scope of work", zh: "工作范围以外的事项" },
    { en: "tasks that cannot be done in the stated time", zh: "无法在规定时间内完成的任务" },
    {
      en: "reasonable time for physical work and for third parties (hardware vendors, network providers): time spent waiting for a third party stops the clock",
      zh: "现场物理操作以及第三方（硬件厂商、网络供应商）所需的合理时间：等待第三方的时间停止计时",
    },
  ],
  statements: [
    {
      about: "24×7 support",
      text: {
        en: "24×7 support for production servers: monitoring, alert response, critical and urgent faults, restarts",
        zh: "对生产服务器的 24×7 支持：监控、告警响应、关键及紧急故障、重启",
      },
    },
    {
      about: "working-day support",
      text: {
        en: "Monday to Friday, Beijing time, 9:30–18:00 (8.5 hours a day): everything of 24×7 plus non-urgent customer requests",
        zh: "周一至周五，北京时间 9:30–18:00（每天 8.5 小时）：24×7 支持的全部内容以及客户的非紧急请求",
      },
    },
    {
      about: "change requests",
      text: {
        en: "customers send change requests in normal working time",
        zh: "客户应在正常工作时间内提交变更请求",
      },
    },
    {
      about: "urgent requests",
      text: {
        en: 'with "URGENT" in the mail\'s subject, the team answers as soon as possible or has a senior engineer handle it',
        zh: "邮件主题注明“URGENT”的，团队尽快回复或由高级工程师处理",
      },
    },
    {
      about: "review of alerts and mails",
      text: {
        en: "all alerts and mails are reviewed each working morning and evening",
        zh: "每个工作日的早晚检查全部告警和邮件",
      },
    },
  ],
  assumptions: [
    {
      about: "whether minutes and hours run 24×7 or in office hours (the 4 hours of L3)",
      reading: {
        en: "The guide promises a strict 24×7 service level, so minutes and hours are elapsed time; only working days use the office calendar.",
        zh: "指南承诺严格的 24×7 服务等级，因此分钟和小时按自然时间连续计算；只有“工作日”按办公日历计算。",
      },
      override: 'In `targets`, write the amount as working time: `within: "4 working hours", calendar: "office"`.',
      usedBy: [{ unit: ["minute", "hour"] }],
    },
    {
      about: 'what "1 working day" means',
      reading: {
        en: "The same time on the next working day (Tuesday 14:00 becomes Wednesday 14:00); opened outside office hours, it counts from the next opening.",
        zh: "指下一个工作日的同一时刻（周二 14:00 至周三 14:00）；办公时间以外提交的，从下一次开始办公时起算。",
      },
      override: 'Parameter `workingDayRule`: "sameTime", "endOfDay" or "workingHours" (with `hoursPerDay`).',
      parameter: "workingDayRule",
      usedBy: [{ unit: "workingDay" }],
    },
    {
      about: 'when a request that is "handled on the next working day" starts',
      reading: {
        en: "At the next opening (Tuesday 08:00: 09:30 that day). The rule is for every severity of a non-urgent REQUEST; a ticket that does not say whether it is urgent is not urgent.",
        zh: "从下一次开始办公时起算（周二 08:00 收到的，从当天 09:30 起算）。该规则适用于所有级别的非紧急请求；未注明是否紧急的，视为不紧急。",
      },
      override: "Change or remove the rule in `intake`; a ticket with `urgent: true` starts at once.",
      usedBy: [{ intake: true }],
    },
    {
      about: "change requests stand under 24×7 in one section and under office hours in another",
      reading: {
        en: "The more particular statement, office hours, is taken.",
        zh: "以更具体的说明为准，即办公时间。",
      },
      override: "Remove the rule in `intake`: then a REQUEST starts at any hour.",
      usedBy: [{ intake: true }],
    },
    {
      about: '"version upgrade" stands under L3 and under L4',
      reading: {
        en: "It is kept under both; the severity that the ticket names decides.",
        zh: "两处均予保留；以工单注明的级别为准。",
      },
      override: "Change `criteria` of the severities.",
      usedBy: [],
    },
    {
      about: "what the time limit (时间上限) limits",
      reading: {
        en: "The time by which the matter must be finished at the latest. Although waiting for third parties is excluded for all times, pauses move response and resolution but not the limit.",
        zh: "指事项最迟必须完成的时间。虽然等待第三方的时间对各项时间均不计入，但暂停只顺延响应时间和解决时间，不顺延时间上限。",
      },
      override: "In `targets`, give these rows a metric of your own instead of `limit`.",
      usedBy: [{ metric: "limit" }],
    },
    {
      about: "which holidays are no working days (工作日)",
      reading: {
        en: "No holidays are named, but 工作日 is, which in China means the official calendar: the office calendar has China's official holidays and make-up working days.",
        zh: "文中未列出节假日，但使用了“工作日”一词，在中国即指官方日历：办公日历采用国家法定节假日及调休上班日。",
      },
      override: "Parameter `holidays`: another list, or `[]` for none.",
      parameter: "holidays",
      usedBy: [{ calendar: "office" }],
    },
    {
      about: 'the fifth ticket type is printed as "PROJECT 问题", and the text speaks of four',
      reading: {
        en: "There are five types; PROBLEM is a correction of the print.",
        zh: "共有五种类型；第五种应为 PROBLEM（问题），系对原文的更正。",
      },
      override: "Change `types`.",
      usedBy: [],
    },
  ],
};
