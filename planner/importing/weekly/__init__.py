"""Tables of figures by week as demands, bookings, capacity and absences."""
