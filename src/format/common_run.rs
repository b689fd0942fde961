//! What two lists have in common.

/// The most pairs of items that are compared to find the longest common run; longer lists are compared
/// from their ends alone.
pub(in crate::format) const MOST_PAIRS: usize = 250_000;

/// The longest run of equal items that both lists have in order, by their places.
pub(in crate::format) fn common<T: PartialEq>(told: &[T], wanted: &[T]) -> Vec<(usize, usize)> {
    let equal = |told_at: usize, wanted_at: usize| {
        told.get(told_at).is_some_and(|item| Some(item) == wanted.get(wanted_at))
    };
    let shorter = told.len().min(wanted.len());
    let start = (0..shorter).take_while(|&at| equal(at, at)).count();
    let end = (1..=shorter - start).take_while(|&at| equal(told.len() - at, wanted.len() - at)).count();
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    let ends = (1..=end).rev().map(|at| (told.len() - at, wanted.len() - at));

    let (rows, columns) = (told.len() - start - end, wanted.len() - start - end);
    if rows.saturating_mul(columns) > MOST_PAIRS {
        pairs.extend(ends);
        return pairs;
    }
    // lengths[row][column]: the longest run from there on.
    let mut lengths = vec![vec![0_u32; columns + 1]; rows + 1];
    let at = |lengths: &[Vec<u32>], row: usize, column: usize| {
        lengths.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    };
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let longest = if equal(start + row, start + column) {
                at(&lengths, row + 1, column + 1) + 1
            } else {
                at(&lengths, row + 1, column).max(at(&lengths, row, column + 1))
            };
            if let Some(cell) = lengths.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = longest;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if equal(start + row, start + column) {
            pairs.push((start + row, start + column));
            (row, column) = (row + 1, column + 1);
        } else if at(&lengths, row + 1, column) >= at(&lengths, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs.extend(ends);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_found_in_order() {
        let run = |told: &str, wanted: &str| {
            let pairs = common(told.as_bytes(), wanted.as_bytes());
            assert!(pairs.is_sorted());
            pairs.iter().map(|(at, _)| told.chars().nth(*at).unwrap()).collect::<String>()
        };
        assert_eq!(run("abcd", "abxd"), "abd");
        assert_eq!(run("xaybz", "aqb"), "ab");
        assert_eq!(run("", "abc"), "");
        assert_eq!(run("abab", "ab"), "ab");
    }

    #[test]
    fn long_lists_are_compared_from_their_ends() {
        let (told, wanted): (Vec<u32>, Vec<u32>) = ((0..2_000).collect(), (1_000..3_000).collect());
        assert_eq!(common(&told, &wanted), []);
        let wanted: Vec<u32> = std::iter::once(0).chain(5_000..7_000).chain([1_999]).collect();
        assert_eq!(common(&told, &wanted), [(0, 0), (1_999, 2_001)]);
    }
}
