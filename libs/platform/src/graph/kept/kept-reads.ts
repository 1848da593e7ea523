/** 公开查询的缓存: which answers to visitors a domain lets be kept until what they were read from changes. */
export interface KeptReads {
  /**
   * Fields by type that are read of nothing but the domain's tables which tell of their changes
   * (`platform.tell_of_change()`), and alike for every visitor; '*' for all of a type. Time has no say in them.
   */
  readonly fields: Readonly<Record<string, readonly string[] | '*'>>;
  /** Fields by type that may be some seconds older than their tables: an answer that holds one is kept as long again. */
  readonly passing: Readonly<Record<string, readonly string[]>>;
  /** Arguments that lead elsewhere, by name: an operation that gives them a value is not kept. */
  readonly without: readonly string[];
}
