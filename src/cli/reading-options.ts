/** How a policy's parameters are given on the command line: the options that choose another reading. */
import type { Policy } from "../policy/definition.js";
import type { Notice } from "../policy/notices.js";

interface ParameterOption {
  readonly option: string;
  readonly values: string;
}

const OPTIONS = {
  zone: { option: "--policy-zone", values: "ZONE" },
  holidays: { option: "--holidays", values: "CN|none|FILE" },
  workingDayRule: { option: "--rule", values: "sameTime|endOfDay|workingHours" },
  hoursPerDay: { option: "--hours-per-day", values: "NUMBER" },
  anchor: { option: "--anchor", values: "TIME" },
} as const satisfies Readonly<Record<string, ParameterOption>>;

type Parameter = keyof typeof OPTIONS;

/** The option of a parameter, to name in a message; `undefined` where there is none. */
export function optionOfParameter(parameter: string): string | undefined {
  return Object.hasOwn(OPTIONS, parameter) ? OPTIONS[parameter as Parameter].option : undefined;
}

/** "--holidays CN|none|FILE": the option of a parameter with its values. */
export function usageOfParameter(parameter: Parameter): string {
  const { option, values } = OPTIONS[parameter];
  return `${option} ${values}`;
}

const BY_CODE: Readonly<Partial<Record<Notice["code"], Parameter>>> = {
  rule_by_default: "workingDayRule",
  no_holidays: "holidays",
  anchor_by_default: "anchor",
};

/** The option that chooses another reading, with its values; `undefined` where only the policy can say otherwise. */
export function usageForNotice({ code, path }: Notice, policy: Policy): string | undefined {
  const assumption = path[0] === "assumptions" ? policy.assumptions?.[path[1] as number] : undefined;
  const parameter = assumption?.parameter;
  return parameter === undefined ? usageForReading(code) : usageOfParameter(parameter);
}

/** The option that chooses another reading of a kind. */
export function usageForReading(code: Notice["code"]): string | undefined {
  const parameter = BY_CODE[code];
  return parameter && usageOfParameter(parameter);
}
