/** The words of hours, in English and Chinese: a new notation is a new row. */

/** What a piece of text does in a notation of hours. */
export type TokenKind =
  | "clock" // 9, 9:30, 09:00:30
  | "numeral" // 九, 十二; also a day after another: 周一至五
  | "moment" // noon; a time of its own
  | "meridiem" // am, pm behind a time
  | "dayPart" // 上午, 下午 before a time
  | "oclock" // 点
  | "half" // 点半
  | "minutes" // 分
  | "hours" // the unit behind 7x24, or a label
  | "day" // Mon, 周一
  | "days" // Daily, weekdays: first and last day
  | "dash" // -, ~, to, 至
  | "and"
  | "comma"
  | "semicolon"
  | "colon"
  | "slash"
  | "open" // (
  | "close" // )
  | "times" // x, ×, *
  | "from"
  | "closed" // off, 休息
  | "zone" // UTC+8, Asia/Shanghai, 北京时间
  | "label" // "Service hours:"; says nothing
  | "own" // "working hours": the policy's or caller's own
  | "unknown";

/** Each word in small letters, what it does, and what it says; the longest one that fits is read. */
export const WORDS: readonly (readonly [word: string, kind: TokenKind, value?: string])[] = [
  ["monday", "day", "mon"],
  ["mondays", "day", "mon"],
  ["mon", "day", "mon"],
  ["mo", "day", "mon"],
  ["tuesday", "day", "tue"],
  ["tuesdays", "day", "tue"],
  ["tues", "day", "tue"],
  ["tue", "day", "tue"],
  ["tu", "day", "tue"],
  ["wednesday", "day", "wed"],
  ["wednesdays", "day", "wed"],
  ["wed", "day", "wed"],
  ["we", "day", "wed"],
  ["thursday", "day", "thu"],
  ["thursdays", "day", "thu"],
  ["thurs", "day", "thu"],
  ["thur", "day", "thu"],
  ["thu", "day", "thu"],
  ["th", "day", "thu"],
  ["friday", "day", "fri"],
  ["fridays", "day", "fri"],
  ["fri", "day", "fri"],
  ["fr", "day", "fri"],
  ["saturday", "day", "sat"],
  ["saturdays", "day", "sat"],
  ["sat", "day", "sat"],
  ["sa", "day", "sat"],
  ["sunday", "day", "sun"],
  ["sundays", "day", "sun"],
  ["sun", "day", "sun"],
  ["su", "day", "sun"],
  ["日", "numeral"],
  ["天", "numeral"],
  ["daily", "days", "mon-sun"],
  ["everyday", "days", "mon-sun"],
  ["every day", "days", "mon-sun"],
  ["每天", "days", "mon-sun"],
  ["每日", "days", "mon-sun"],
  ["weekdays", "days", "mon-fri"],
  ["weekday", "days", "mon-fri"],
  ["工作日", "days", "mon-fri"],
  ["weekends", "days", "sat-sun"],
  ["weekend", "days", "sat-sun"],
  ["周末", "days", "sat-sun"],
  ["週末", "days", "sat-sun"],
  ["to", "dash"],
  ["through", "dash"],
  ["thru", "dash"],
  ["until", "dash"],
  ["till", "dash"],
  ["至", "dash"],
  ["到", "dash"],
  ["and", "and"],
  ["&", "and"],
  ["和", "and"],
  ["及", "and"],
  [",", "comma"],
  [";", "semicolon"],
  [":", "colon"],
  ["/", "slash"],
  ["(", "open"],
  [")", "close"],
  ["x", "times"],
  ["×", "times"],
  ["*", "times"],
  ["from", "from"],
  ["从", "from"],
  ["自", "from"],
  ["hours", "hours"],
  ["hour", "hours"],
  ["hrs", "hours"],
  ["h", "hours"],
  ["小时", "hours"],
  ["小時", "hours"],
  ["am", "meridiem", "am"],
  ["a.m", "meridiem", "am"],
  ["pm", "meridiem", "pm"],
  ["p.m", "meridiem", "pm"],
  ["上午", "dayPart", "morning"],
  ["早上", "dayPart", "morning"],
  ["下午", "dayPart", "afternoon"],
  ["点", "oclock"],
  ["點", "oclock"],
  ["半", "half"],
  ["分", "minutes"],
  ["noon", "moment", "12:00"],
  ["midnight", "moment", "0:00"],
  ["closed", "closed"],
  ["off", "closed"],
  ["休息", "closed"],
  ["z", "zone", "Z"],
  ["北京时间", "zone", "Asia/Shanghai"],
  ["北京時間", "zone", "Asia/Shanghai"],
  ["beijing time", "zone", "Asia/Shanghai"],
  // The zone of whoever reads it: it names none.
  ["local time", "zone", ""],
  ["当地时间", "zone", ""],
  ["本地时间", "zone", ""],
  ["service hours", "label"],
  ["support hours", "label"],
  ["opening hours", "label"],
  ["服务时间", "label"],
  ["支持时间", "label"],
  ["during", "label"],
  ["working hours", "own"],
  ["working time", "own"],
  ["business hours", "own"],
  ["office hours", "own"],
  ["work hours", "own"],
  ["工作时间", "own"],
  ["工作時間", "own"],
  ["上班时间", "own"],
  ["办公时间", "own"],
  ["营业时间", "own"],
];
