<?php
$lang['a'] = 'A';
$lang['b']['c'] = "B";
define('K', 'V');
$x = 'no';
