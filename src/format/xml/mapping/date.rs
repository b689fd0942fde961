//! Dates.

use super::{choice, element, one_of};

element! { Date {
    attribute optional weekday = "weekday";
    attribute defaulted approximate = "approximate";
    child defaulted raw = "raw";
    child optional calendar = "calendar";
    child optional relative = "relative";
    child optional resolved = "resolved";
} }

choice! { Calendar {
    "instant" = Instant(value);
    "day" = Day(value);
    "month" = Month { required year = "year"; required month = "month"; };
    "year" = Year(value);
    "decade" = Decade(value);
    "month-day" = MonthDay { required month = "month"; required day = "day"; };
    "month-of-year" = MonthOfYear(value);
    "day-of-month" = DayOfMonth(value);
    "range" = Range(value);
} }

element! { DateRange {
    child optional start = "start";
    child optional end = "end";
} }

element! { Relative {
    attribute required offset = "offset";
    attribute required unit = "unit";
    attribute defaulted bound = "bound";
} }

one_of! { Calendar }
