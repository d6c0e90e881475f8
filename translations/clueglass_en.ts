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
    <name>ui::cases::CaseDesk</name>
    <message numerus="yes">
        <source>%n picture(s) were found again and have the bytes of their intake.</source>
        <translation>
            <numerusform>%n picture was found again and has the bytes of its intake.</numerusform>
            <numerusform>%n pictures were found again and have the bytes of their intake.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>%n picture is still missing.</numerusform>
            <numerusform>%n pictures are still missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be taken in.</source>
        <translation>
            <numerusform>%n more file could not be taken in.</numerusform>
            <numerusform>%n more files could not be taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::cases::NewCaseDialog</name>
    <message numerus="yes">
        <source>Take in the %n picture(s) that are open now</source>
        <translation>
            <numerusform>Take in the %n picture that is open now</numerusform>
            <numerusform>Take in the %n pictures that are open now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::main_window::PathScanner</name>
    <message numerus="yes">
        <source>%n file(s) in %1 are hidden or no pictures by name and content; each has a row that says what it is.</source>
        <extracomment>%1 folder</extracomment>
        <translation>
            <numerusform>%n file in %1 is hidden or no picture by name and content; it has a row that says what it is.</numerusform>
            <numerusform>%n files in %1 are hidden or no pictures by name and content; each has a row that says what it is.</numerusform>
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
    <message numerus="yes">
        <source>%n picture(s) at the same time</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures at the same time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
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
<context>
    <name>ui::settings::TrustPage</name>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::triage::TriageDesk</name>
    <message numerus="yes">
        <source>Changed: %1 of %n picture(s). %2 takes it back.</source>
        <translation>
            <numerusform>Changed: %1 of %n picture. %2 takes it back.</numerusform>
            <numerusform>Changed: %1 of %n pictures. %2 takes it back.</numerusform>
        </translation>
    </message>
</context>
</TS>
