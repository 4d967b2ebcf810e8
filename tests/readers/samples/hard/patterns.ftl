### Resource

## Group

# attached
hello = Witaj, { $name }!
-brand = Fox
    .gender = m
multi =
    Line one
      indented
    line two

    after blank
sel = { $n ->
        [one] { $n } plik
       *[other] { $n } plików
    }
    .title = T { "}" }
attr-only =
    .label = L
term-ref = { -brand(case: "gen") } { DATETIME($d, month: "long") }
