### Res
# note
hello = Chào { $user }
    and more
      indented
multi =
    One
    Two
sel = { $n ->
    [one] x
   *[other] { $n } y
}
    .title = T
-term = Z
no-value =
    .label = L
bad line
