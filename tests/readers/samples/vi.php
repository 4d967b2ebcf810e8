<?php
declare(strict_types=1);
// c
return [
  'a' => 'It\'s',
  "b" => "x\n\$y",
  'c' => ['d' => 'z', 'e' => array('f' => 'q')],
  'dyn' => 'a' . $b,
  'call' => trans('x'),
  'cat' => 'a' . 'b',
  'list' => ['p', 'q'],
  'last' => 'end',
];
