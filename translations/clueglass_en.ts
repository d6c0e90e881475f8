<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Durations</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::queue::QueuePanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::report::ReportDialog</name>
    <message numerus="yes">
        <source>%n picture(s) with a result will be in the report.</source>
        <translation>
            <numerusform>%n picture with a result will be in the report.</numerusform>
            <numerusform>%n pictures with a result will be in the report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) without a result will be named in it.</source>
        <translation>
            <numerusform>%n file without a result will be named in it.</numerusform>
            <numerusform>%n files without a result will be named in it.</numerusform>
        </translation>
    </message>
</context>
</TS>
