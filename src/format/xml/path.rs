//! Where in the tree of elements reading or writing stands.

use std::fmt;

/// The open elements, from the root down.
#[derive(Debug, Default)]
pub(super) struct Path {
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: &'static str,
    /// Its number among its siblings of that name, from 1; 0 where there is only one.
    number: usize,
}

impl Path {
    pub(super) fn push(&mut self, name: &'static str, number: usize) {
        self.steps.push(Step { name, number });
    }

    pub(super) fn pop(&mut self) {
        self.steps.pop();
    }

    pub(super) fn depth(&self) -> usize {
        self.steps.len()
    }

    /// The path of something under this.
    pub(super) fn to(&self, leaf: &str) -> String {
        format!("{self}/{leaf}")
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            if index > 0 {
                f.write_str("/")?;
            }
            f.write_str(step.name)?;
            if step.number > 0 {
                write!(f, "[{}]", step.number)?;
            }
        }
        Ok(())
    }
}
