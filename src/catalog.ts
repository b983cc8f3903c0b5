/**
 * `sla-clock/catalog`: five public support documents as policies, plain data that imports nothing.
 *
 * @module catalog
 */
export type {
  CalendarData,
  CalendarDefinition,
  Holiday,
  HolidayCalendar,
  HolidayEntry,
  HoursChange,
  HoursDefinition,
  LocalDate,
  MakeUpDay,
  TimeOfDay,
  TimeRange,
  Weekday,
  WeeklyHours,
} from "./calendar/definition.js";
export { ailib } from "./catalog/ailib.js";
export { type Catalog, type CatalogName, catalog } from "./catalog/catalog.js";
export { chinanetcloud } from "./catalog/chinanetcloud.js";
export { goframe } from "./catalog/goframe.js";
export { tidbCloud } from "./catalog/tidb-cloud.js";
export { websoft9 } from "./catalog/websoft9.js";
export type {
  Assumption,
  AssumptionScope,
  AtClose,
  Compensation,
  Conditions,
  Contact,
  IntakeRule,
  Level,
  Levels,
  Localized,
  OneOrMany,
  Policy,
  Statement,
  Target,
  WorkingDayRule,
} from "./policy/definition.js";
export type { Amount, AmountUnit } from "./time/amount.js";
