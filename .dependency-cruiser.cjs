// The floors of the house, as one ordered list, ground first: a file imports from its own floor and from floors below.
// Every rule about floors is generated from this list; see docs/architecture.md.
const floors = [
  "errors.ts",
  "time/",
  "calendar/",
  "holidays/",
  "instant/",
  "policy/",
  "clock/",
  "explain/",
  "schema/",
  "cli/",
];

// Rooms beside the floors, and the faces on top: what an entry of the package exports, imported by nobody inside.
const beside = ["catalog/", "testing/"];
const faces = ["index.ts", "core.ts", "catalog.ts", "holidays.ts", "schema.ts", "testing.ts"];

// What an entry may reach, however many imports away. (What it may load at run time, scripts/size.mjs checks on dist/.)
const reach = {
  "core.ts": ["errors.ts", "time/", "calendar/"],
  "holidays.ts": ["errors.ts", "time/", "calendar/", "holidays/"],
  "catalog.ts": ["errors.ts", "time/", "calendar/", "policy/definition.ts", "catalog/"],
};

// Packages and the rooms that know them. Anything else from outside is forbidden in src/.
const packages = {
  yaml: ["cli/"],
  zod: ["schema/"],
  "fast-check": ["testing/"],
};

const escapeDots = (text) => text.replaceAll(".", "\\.");
/** A pattern of files in src/: a name that ends in a slash is a folder. */
const inSrc = (names) =>
  `^src/(${names.map((name) => (name.endsWith("/") ? escapeDots(name) : `${escapeDots(name)}$`)).join("|")})`;
/** A pattern of npm packages, their type packages included. */
const npm = (names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;

const upward = floors.slice(0, -1).map((floor, index) => ({
  name: `floor-${floor.replace(/\.ts$|\/$/, "")}-looks-up`,
  comment: `${floor} imports only from itself and from floors below: ${floors.slice(0, index).join(" ") || "none"}.`,
  severity: "error",
  from: { path: inSrc([floor]) },
  to: { path: inSrc(floors.slice(index + 1)) },
}));

const entries = Object.entries(reach).map(([face, allowed]) => ({
  name: `entry-${face.replace(".ts", "")}-reaches-too-far`,
  comment: `What is reached from src/${face} stays in ${allowed.join(" ")}.`,
  severity: "error",
  from: { path: inSrc([face]) },
  to: { pathNot: inSrc(allowed), reachable: true },
}));

const owners = Object.entries(packages).map(([name, rooms]) => ({
  name: `only-${rooms[0].replace("/", "")}-knows-${name}`,
  comment: `${name} is imported only in ${rooms.join(" ")}.`,
  severity: "error",
  from: { path: "^src/", pathNot: inSrc(rooms) },
  to: { path: npm([name]) },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...entries,
    ...owners,
    {
      name: "no-circle",
      comment: "No file imports itself over others; types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "face-from-inside",
      comment: "Faces are for users; inside, the room itself is imported.",
      severity: "error",
      from: { path: "^src/", pathNot: inSrc(faces) },
      to: { path: inSrc(faces) },
    },
    {
      name: "catalog-is-plain-data",
      comment: "Documents as data: they import each other and the types of policy/definition.ts, nothing else.",
      severity: "error",
      from: { path: inSrc(["catalog/"]) },
      to: { pathNot: inSrc(["catalog/", "policy/definition.ts"]) },
    },
    {
      name: "catalog-runs-nothing",
      comment: "From policy/definition.ts the catalog takes types only.",
      severity: "error",
      from: { path: inSrc(["catalog/"]) },
      to: { path: inSrc(["policy/"]), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "catalog-is-not-wired-in",
      comment:
        "Only the command line, its own face and testing/ know the documents: a service pays for no data it did not ask for.",
      severity: "error",
      from: { path: "^src/", pathNot: inSrc(["catalog/", "catalog.ts", "cli/", "testing/"]) },
      to: { path: inSrc(["catalog/"]) },
    },
    {
      name: "testing-stays-outside",
      comment: "testing/ may read every floor but the command line; nothing but its face imports it.",
      severity: "error",
      from: { path: "^src/", pathNot: inSrc(["testing/", "testing.ts"]) },
      to: { path: inSrc(["testing/"]) },
    },
    {
      name: "nobody-starts-the-command-line",
      severity: "error",
      comment: "cli/ is the top: it is started, not imported.",
      from: { path: "^src/", pathNot: inSrc(["cli/"]) },
      to: { path: inSrc(["cli/"]) },
    },
    {
      name: "reference-shares-no-code",
      comment: "The slow truth proves the table only if it shares no code with it; types are fine.",
      severity: "error",
      from: { path: "^src/testing/reference" },
      to: { path: inSrc(["time/", "calendar/"]), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schema-is-its-own-entry",
      comment: "The main entry loads no zod.",
      severity: "error",
      from: { path: inSrc(["index.ts"]) },
      to: { path: inSrc(["schema/"]), reachable: true },
    },
    {
      name: "only-cli-knows-node",
      comment: "Everything else runs in browsers.",
      severity: "error",
      from: { path: "^src/", pathNot: inSrc(["cli/"]) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "unknown-package",
      comment: `src/ imports no package but ${Object.keys(packages).join(" ")}.`,
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/", pathNot: npm(Object.keys(packages)) },
    },
    {
      name: "unknown-room",
      comment: "Every file in src/ has a place: a floor, a room beside them, or a face.",
      severity: "error",
      from: { path: "^src/", pathNot: inSrc([...floors, ...beside, ...faces]) },
      to: {},
    },
    {
      name: "outside-src",
      comment: "src/ imports nothing from tests, scripts, benchmarks or built files.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench|examples|dist)/" },
    },
    {
      name: "not-found",
      comment: "An import that resolves to nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Types count: a type that points upward is a design that points upward.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
