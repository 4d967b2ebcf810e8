<?php

declare(strict_types=1);

/* block */
return [
    'a' => 'It\'s \\ \n',
    "b" => "tab\t \$x \u{e9} \x41",
    'nest' => ['c' => 'C', 'd' => array('e' => 'E', 'list', 'two')],
    'concat' => 'x' . 'y',
    'var' => "hi $name",
    'fn' => __('call'),
    'h' => <<<EOT
Here doc text
EOT,
    'n' => <<<'EOT'
    Now doc
    EOT,
    'pl' => '{0} none|{1} one|[2,*] :count',
    'trail' => 'x', // c
];
