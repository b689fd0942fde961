//! The command `newsdesk`.
fn main() {}
