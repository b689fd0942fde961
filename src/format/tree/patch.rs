//! What differs between two renderings of a story, done to the document that was kept.

use super::edit::FreshNode;
use super::slot::{Order, words};
use super::{Fresh, Name, NodeId, Tree};

/// Attributes that say which thing an element is about.
const IDENTIFYING: [&str; 11] =
    ["id", "literal", "qcode", "uri", "reluri", "roleuri", "href", "idrefs", "role", "part", "parturi"];

impl Fresh {
    fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            FreshNode::Element(element) => Some(element),
            FreshNode::Text(_) => None,
        })
    }

    /// The text right in it.
    fn own_text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            FreshNode::Text(text) => Some(text.as_str()),
            FreshNode::Element(_) => None,
        });
        texts.collect()
    }

    /// All text in it, markup aside.
    fn content(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            FreshNode::Text(text) => text.clone(),
            FreshNode::Element(element) => element.content(),
        });
        texts.collect()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// How well another rendering of an element of the same name may be the same element, changed.
    fn likeness(&self, other: &Self) -> usize {
        let same =
            |name: &&&str| self.attribute(name).is_some_and(|value| other.attribute(name) == Some(value));
        let identity = IDENTIFYING.iter().filter(same).count();
        identity * 2 + usize::from(self.content() == other.content())
    }
}

impl<'i> Tree<'i> {
    /// Does to an element of the document what differs between two renderings of it.
    ///
    /// `was` renders what the document tells, `is` what it shall tell. The document may say more than either,
    /// and in other shapes: what it says in another shape than `was` does is not found, and stays.
    pub(crate) fn patch(&mut self, node: NodeId, was: &Fresh, is: &Fresh, order: &Order) {
        if was == is {
            return;
        }
        for (name, value) in &is.attributes {
            if was.attribute(name) != Some(value) {
                self.set_attribute(node, Name::of_attribute(name), value.clone());
            }
        }
        for (name, _) in was.attributes.iter().filter(|(name, _)| is.attribute(name).is_none()) {
            self.remove_attribute(node, Name::of_attribute(name));
        }
        if was.elements().next().is_none() && is.elements().next().is_none() {
            if was.own_text() != is.own_text() {
                self.set_text(node, is.own_text());
            }
            return;
        }
        self.patch_children(node, was, is, order);
    }

    fn patch_children(&mut self, node: NodeId, was: &Fresh, is: &Fresh, order: &Order) {
        let old: Vec<&Fresh> = was.elements().collect();
        let new: Vec<&Fresh> = is.elements().collect();
        let pairs = pair(&old, &new);
        let mut found: Vec<NodeId> = Vec::new();
        for (index, old) in old.iter().enumerate() {
            let partner = pairs.iter().position(|partner| *partner == Some(index)).and_then(|at| new.get(at));
            if partner == Some(old) {
                continue;
            }
            match (self.find(node, old, was, &found), partner) {
                (Some(place), Some(new)) => {
                    found.push(place);
                    self.patch(place, old, new, order);
                }
                (Some(place), None) => self.remove(place),
                // Told in another shape; what is new about a mere text can be told beside it.
                (None, Some(new)) if self.may_stand_beside(node, new) => {
                    self.add(node, new, None, order);
                }
                (None, _) => {}
            }
        }
        let mut before = None;
        for (fresh, pair) in new.iter().zip(&pairs) {
            if pair.is_some() {
                before = Some(*fresh);
                continue;
            }
            let beside = before.filter(|before| before.local == fresh.local);
            let beside = beside.and_then(|before| self.find(node, before, is, &[]));
            self.add(node, fresh, beside, order);
            before = Some(*fresh);
        }
    }

    /// Whether an element is a mere text, and the first of its name.
    fn may_stand_beside(&self, node: NodeId, fresh: &Fresh) -> bool {
        let is_text = fresh.elements().next().is_none() && !fresh.own_text().is_empty();
        is_text && !self.elements(node).any(|child| self.local(child) == fresh.local)
    }

    /// Adds an element; where one alone may stand and does, it is told in that one, if it is of the same name.
    fn add(&mut self, node: NodeId, fresh: &Fresh, beside: Option<NodeId>, order: &Order) {
        if let Some(rival) = order.rival(self, node, fresh.local) {
            if self.local(rival) == fresh.local {
                self.patch(rival, &Fresh::new(fresh.local), fresh, order);
            }
            return;
        }
        let namespace = self.name(node).map_or(super::NamespaceId::NONE, |name| name.namespace);
        let child = self.make(fresh, namespace);
        match beside {
            Some(beside) => self.place(node, Some(beside), child),
            None => order.place(self, node, child),
        }
    }

    /// The child that a rendering stands for in the document, none of those that are found already.
    fn find(&self, node: NodeId, fresh: &Fresh, among: &Fresh, found: &[NodeId]) -> Option<NodeId> {
        let rivals = among.elements().filter(|other| other.local == fresh.local).count();
        let is_named = |child: &NodeId| {
            self.local(*child) == fresh.local
                && self.namespace(*child) == fresh.namespace.unwrap_or_else(|| self.namespace(node))
        };
        let named: Vec<NodeId> =
            self.elements(node).filter(is_named).filter(|child| !found.contains(child)).collect();
        if rivals == 1 && named.len() == 1 {
            return named.first().copied();
        }
        let rated = named.into_iter().map(|child| (child, self.likeness(child, fresh)));
        // The first of the best.
        let best = rated.filter(|(_, likeness)| *likeness > 0).rev().max_by_key(|(_, likeness)| *likeness);
        best.map(|(child, _)| child)
    }

    /// How well an element of the document may be what a rendering stands for; none at all is 0.
    fn likeness(&self, node: NodeId, fresh: &Fresh) -> usize {
        let value = |name: &&&'static str| {
            let name = Name::of_attribute(name);
            self.attribute_in(node, name.namespace, name.local)
        };
        let identity = IDENTIFYING.iter().filter(|name| fresh.attribute(name).is_some());
        let same = identity.clone().filter(|name| value(name) == fresh.attribute(name)).count();
        let wanted = fresh.content();
        let content = words(self.content(node));
        let is_same = !wanted.is_empty() && content == words(wanted.into());
        same * 2 + usize::from(is_same)
    }
}

/// How well an old rendering may have become a new one; not at all is 0.
type Rate<'r> = dyn Fn(&Fresh, &Fresh) -> usize + 'r;

/// For each new rendering, which old one it was: an equal one, else the most alike, else the next of its name
/// if there are as many of them as there were.
fn pair(old: &[&Fresh], new: &[&Fresh]) -> Vec<Option<usize>> {
    // What is equal at both ends needs no search.
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let mut free: Vec<bool> = vec![false; old.len()];
    free.iter_mut().take(old.len() - end).skip(start).for_each(|free| *free = true);
    let ends = (0..start).map(|at| (at, at)).chain((1..=end).map(|at| (new.len() - at, old.len() - at)));
    for (at, index) in ends {
        pairs.iter_mut().skip(at).take(1).for_each(|pair| *pair = Some(index));
    }

    let counts = |name: &str| {
        let count = |all: &[&Fresh]| all.iter().filter(|other| other.local == name).count();
        (count(old), count(new))
    };
    let rates: [&Rate<'_>; 3] = [
        &|old, new| usize::from(old == new),
        &|old, new| if old.local == new.local { old.likeness(new) } else { 0 },
        &|old, new| {
            let (before, after) = counts(new.local);
            usize::from(old.local == new.local && before == after)
        },
    ];
    for rate in rates {
        for (pair, new) in pairs.iter_mut().zip(new).filter(|(pair, _)| pair.is_none()) {
            let open = old.iter().enumerate().filter(|(at, _)| free.get(*at).copied().unwrap_or_default());
            let rated = open.map(|(at, old)| (at, rate(old, new))).filter(|(_, rate)| *rate > 0);
            let best = rated.rev().max_by_key(|(_, rate)| *rate).map(|(at, _)| at);
            if let Some(taken) = best.and_then(|best| free.get_mut(best)) {
                *taken = false;
                *pair = best;
            }
        }
    }
    pairs
}
