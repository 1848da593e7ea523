/** law.holidays: a year of the calendar was saved; what runs in working days is counted anew by the calendar itself. */
export interface HolidaysSaved {
  readonly year: number;
}
