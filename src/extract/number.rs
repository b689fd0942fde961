pub(super) fn cardinal(w: &str) -> Option<u32> {
    w.parse().ok()
}
