<?php
return [
    'h' => <<<EOT
Here doc "it's" text
  two \$x
EOT,
    'n' => <<<'EOT'
    Now $doc [x
      more
    EOT,
    'v' => <<<EOT
 var $x
EOT,
    'z' => 'last',
];
