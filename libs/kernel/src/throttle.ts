/** So many tries in a window, after which one waits until the window ends. */
export interface ThrottleRule {
  readonly name: string;
  readonly limit: number;
  readonly windowMinutes: number;
}
