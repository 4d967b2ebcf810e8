<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context><name>Main</name>
 <message numerus="yes"><location filename="m.cpp" line="10"/><source>%n file(s)</source><comment>disamb</comment><extracomment>extra</extracomment><translatorcomment>tc</translatorcomment><translation><numerusform>%n файл</numerusform><numerusform>%n файла</numerusform><numerusform></numerusform></translation></message>
 <message id="id_x"><source>Byte <byte value="x1b"/> &amp;File</source><oldsource>Old</oldsource><translation type="unfinished">&amp;Файл <byte value="x1b"/></translation></message>
 <message><source>None</source><translation type="unfinished"/></message>
 <message><source>Gone</source><translation type="vanished">Ушло</translation></message>
 <message encoding="UTF-8"><source>Var</source><translation variants="yes"><lengthvariant>Длинный</lengthvariant><lengthvariant>Кор</lengthvariant></translation></message>
</context>
<context><name>Main</name><message><source>None</source><translation>Нет</translation></message></context>
</TS>
