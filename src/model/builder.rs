//! The one way in which every model type is filled in: `new(required…)`, then `with_*`.

/// Writes the consuming `with_*` methods of a type from a table of its fields.
///
/// `set` replaces a field, `some` fills an `Option`, `push` appends to a `Vec`.
macro_rules! builder {
    ($type:ident { $($kind:ident $method:ident($field:ident: $value:ty);)* }) => {
        impl $type {
            $(builder!(@ $kind $method $field $value);)*
        }
    };
    (@ set $method:ident $field:ident $value:ty) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](Self::", stringify!($field), ").")]
        #[must_use]
        pub fn $method(mut self, $field: impl Into<$value>) -> Self {
            self.$field = $field.into();
            self
        }
    };
    (@ some $method:ident $field:ident $value:ty) => {
        #[doc = concat!("Fills [`", stringify!($field), "`](Self::", stringify!($field), ").")]
        #[must_use]
        pub fn $method(mut self, $field: impl Into<$value>) -> Self {
            self.$field = Some($field.into());
            self
        }
    };
    (@ push $method:ident $field:ident $value:ty) => {
        #[doc = concat!("Appends to [`", stringify!($field), "`](Self::", stringify!($field), ").")]
        #[must_use]
        pub fn $method(mut self, value: impl Into<$value>) -> Self {
            self.$field.push(value.into());
            self
        }
    };
}

pub(crate) use builder;
