/** The days of the week in their order. */
import type { Weekday } from "./definition.js";

/** The days of the week, Monday first. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
