import { ailib } from "./ailib.js";
import { chinanetcloud } from "./chinanetcloud.js";
import { goframe } from "./goframe.js";
import { tidbCloud } from "./tidb-cloud.js";
import { websoft9 } from "./websoft9.js";

/** The five documents' policies by name; each keeps the types of its own keys. */
export interface Catalog {
  /** ChinaNetCloud (云络): customer guide. */
  readonly chinanetcloud: typeof chinanetcloud;
  /** ai-lib: enterprise support. */
  readonly ailib: typeof ailib;
  /** GoFrame: paid technical support. */
  readonly goframe: typeof goframe;
  /** Websoft9: help desk. */
  readonly websoft9: typeof websoft9;
  /** TiDB Cloud: Connected Care. */
  readonly "tidb-cloud": typeof tidbCloud;
}

/** The name of a policy of the catalog, as the command line takes it. */
export type CatalogName = keyof Catalog;

/**
 * The five documents' policies by the names that the command line takes.
 *
 * @example
 * ```ts
 * import { catalog } from "sla-clock/catalog";
 *
 * Object.keys(catalog); //=> ["chinanetcloud", "ailib", "goframe", "websoft9", "tidb-cloud"]
 * catalog["tidb-cloud"].zone; //=> "local"
 * ```
 */
export const catalog: Catalog = { chinanetcloud, ailib, goframe, websoft9, "tidb-cloud": tidbCloud };
