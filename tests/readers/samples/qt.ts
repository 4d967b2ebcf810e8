<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="vi"><context><name>Main</name>
<message><location filename="a" line="3"/><source>Open %1</source><translation>Mở %1 <byte value="x7"/></translation></message>
<message numerus="yes"><source>%n f</source><translation type="unfinished"><numerusform>%n t</numerusform></translation></message>
<message><source>gone</source><translation type="vanished">z</translation></message>
</context></TS>
