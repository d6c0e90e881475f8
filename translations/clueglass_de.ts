<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Annotations</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Freehand line</source>
        <translation>Freihandlinie</translation>
    </message>
    <message>
        <source>Brush mark</source>
        <translation>Pinselfläche</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>x %1, y %2, %3 × %4 px</source>
        <extracomment>place and size of an annotation in pixels</extracomment>
        <translation>x %1, y %2, %3 × %4 px</translation>
    </message>
    <message>
        <source>see clue %1</source>
        <translation>siehe Hinweis %1</translation>
    </message>
    <message>
        <source>see the measurement %1</source>
        <translation>siehe Messung %1</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
</context>
<context>
    <name>ClueCatalog</name>
    <message>
        <source>The file is not a JPEG.</source>
        <translation>Die Datei ist kein JPEG.</translation>
    </message>
    <message>
        <source>The file names the image generator {@generator} as its origin; such entries can be added or removed freely.</source>
        <translation>Die Datei nennt den Bildgenerator {@generator} als ihren Ursprung; solche Einträge lassen sich frei hinzufügen und entfernen.</translation>
    </message>
    <message>
        <source>The file declares that the picture was made by a trained generator (digital source type {@type}).</source>
        <translation>Die Datei erklärt, das Bild stamme von einem trainierten Generator (Quellentyp {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture contains generated parts (digital source type {@type}).</source>
        <translation>Die Datei erklärt, das Bild enthalte erzeugte Teile (Quellentyp {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was computed, not taken by a camera (digital source type {@type}).</source>
        <translation>Die Datei erklärt, das Bild sei berechnet und nicht mit einer Kamera aufgenommen (Quellentyp {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was enhanced by an algorithm (digital source type {@type}).</source>
        <translation>Die Datei erklärt, das Bild sei von einem Algorithmus verbessert worden (Quellentyp {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was taken with a camera (digital source type {@type}); anybody can write this.</source>
        <translation>Die Datei erklärt, das Bild sei mit einer Kamera aufgenommen (Quellentyp {@type}); das kann jeder hineinschreiben.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials mention material from a trained generator; their signature was not checked.</source>
        <translation>Die Content Credentials der Datei erwähnen Material eines trainierten Generators; ihre Signatur wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>The file carries Content Credentials; their signature was not checked, so they prove nothing yet.</source>
        <translation>Die Datei enthält Content Credentials; ihre Signatur wurde nicht geprüft, sie belegen also noch nichts.</translation>
    </message>
    <message>
        <source>The file says that the program {@software} wrote it; ordinary development of photographs does that too.</source>
        <translation>Laut Datei hat das Programm {@software} sie geschrieben; das tut auch die gewöhnliche Entwicklung von Fotos.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera}; such entries can be copied from another file.</source>
        <translation>Die Datei nennt die Kamera {@camera}; solche Einträge lassen sich aus einer anderen Datei übernehmen.</translation>
    </message>
    <message>
        <source>The picture is too small for this method.</source>
        <translation>Das Bild ist für dieses Verfahren zu klein.</translation>
    </message>
    <message>
        <source>No part of the picture is large and textured enough for the learned detector.</source>
        <translation>Kein Teil des Bildes ist groß und strukturiert genug für den gelernten Detektor.</translation>
    </message>
    <message>
        <source>No verdict: the picture&apos;s shorter side has {side} pixels; below {minimum} nothing was calibrated.</source>
        <translation>Kein Urteil: Die kürzere Seite des Bildes hat {side} Pixel; unter {minimum} wurde nichts kalibriert.</translation>
    </message>
    <message>
        <source>No verdict: only {tiles} parts of the picture carry enough texture, and {minimum} are needed.</source>
        <translation>Kein Urteil: Nur {tiles} Teile des Bildes haben genug Struktur, {minimum} sind nötig.</translation>
    </message>
    <message>
        <source>No verdict: the file is a JPEG of about quality {quality}; below {minimum} compression has removed the traces.</source>
        <translation>Kein Urteil: Die Datei ist ein JPEG mit Qualität um {quality}; unter {minimum} hat die Kompression die Spuren getilgt.</translation>
    </message>
    <message>
        <source>No verdict: noise or fine detail lie outside of what was calibrated ({inputs} measured values); drawings, screenshots and strongly processed pictures do that.</source>
        <translation>Kein Urteil: Rauschen oder feine Details liegen außerhalb dessen, was kalibriert wurde ({inputs} Messwerte); so ist es bei Zeichnungen, Bildschirmfotos und stark bearbeiteten Bildern.</translation>
    </message>
    <message>
        <source>The compressed data of this JPEG could not be read apart from its pixels.</source>
        <translation>Die komprimierten Daten dieses JPEG ließen sich nicht getrennt von den Pixeln lesen.</translation>
    </message>
    <message>
        <source>The method knows gray and usual color JPEGs only, not four-ink ones.</source>
        <translation>Das Verfahren kennt nur graue und gewöhnliche farbige JPEGs, keine mit vier Druckfarben.</translation>
    </message>
    <message>
        <source>The last save was so coarse that it wiped out what earlier ones left.</source>
        <translation>Das letzte Speichern war so grob, dass es die Spuren früherer tilgte.</translation>
    </message>
    <message>
        <source>No earlier, coarser JPEG save is measurable in this file, so no place can be found that lacks it.</source>
        <translation>In dieser Datei ist kein früheres, gröberes JPEG-Speichern messbar; eine Stelle, der es fehlt, lässt sich also nicht finden.</translation>
    </message>
    <message>
        <source>The picture has too little detail for this method.</source>
        <translation>Das Bild hat für dieses Verfahren zu wenig Details.</translation>
    </message>
    <message>
        <source>One more save changes this area {ratio:1} times as much as other areas of equal detail (usual up to {usual:1} times; after a plain save at the file&apos;s own quality still {control:1} times); text, sharp edges and strong colors do that too.</source>
        <translation>Erneutes Speichern ändert diese Stelle {ratio:1}-mal so stark wie andere mit gleich viel Detail (üblich bis {usual:1}-mal; nach einfachem Speichern in der Qualität der Datei noch {control:1}-mal); Text, scharfe Kanten und kräftige Farben bewirken das auch.</translation>
    </message>
    <message>
        <source>In this area {inside:0} % of the JPEG coefficients lie on the steps of an earlier save at about quality {quality:0}, elsewhere {outside:0} % (usual difference up to {usual:0} points); it went through a save that the rest did not. A logo, an inset or a photo in a collage leaves the same trace.</source>
        <translation>An dieser Stelle liegen {inside:0} % der JPEG-Koeffizienten auf den Stufen eines früheren Speicherns mit Qualität um {quality:0}, sonst {outside:0} % (üblicher Unterschied bis {usual:0} Punkte); sie wurde einmal gespeichert, der Rest nicht. Ein Logo, ein Einsatzbild oder ein Foto in einer Collage hinterlässt dieselbe Spur.</translation>
    </message>
    <message>
        <source>This area fits an earlier JPEG save at about quality {quality:0} a little better than the rest ({inside:0} % of its coefficients against {outside:0} %, usual difference up to {usual:0} points); regular patterns and graphics do that too.</source>
        <translation>Diese Stelle passt etwas besser als der Rest zu einem früheren JPEG-Speichern mit Qualität um {quality:0} ({inside:0} % ihrer Koeffizienten gegen {outside:0} %, üblicher Unterschied bis {usual:0} Punkte); regelmäßige Muster und Grafik bewirken das auch.</translation>
    </message>
    <message>
        <source>The whole picture was saved as JPEG before, at about quality {quality:0}: {fitting:0} % of the coefficients fit that save. Messengers, web sites and every edit leave this trace, so it speaks for nothing.</source>
        <translation>Das ganze Bild wurde früher als JPEG mit Qualität um {quality:0} gespeichert: {fitting:0} % der Koeffizienten passen dazu. Messenger, Webseiten und jede Bearbeitung hinterlassen diese Spur; sie spricht für nichts.</translation>
    </message>
    <message>
        <source>The picture was saved as JPEG before, at about quality {quality:0}, but this area shows no trace of it: {inside:0} % of its coefficients do not fit that save, elsewhere {outside:0} % (usual difference up to {usual:0} points). Captions, watermarks, frames and local retouching after the first save do that.</source>
        <translation>Das Bild wurde früher als JPEG mit Qualität um {quality:0} gespeichert, aber diese Stelle zeigt davon keine Spur: {inside:0} % ihrer Koeffizienten passen nicht dazu, sonst {outside:0} % (üblicher Unterschied bis {usual:0} Punkte). Beschriftungen, Wasserzeichen, Rahmen und örtliche Retusche nach dem ersten Speichern bewirken das.</translation>
    </message>
    <message>
        <source>The method needs a lossless file or a JPEG of quality 95 or better.</source>
        <translation>Das Verfahren braucht eine verlustfreie Datei oder ein JPEG mit Qualität 95 oder besser.</translation>
    </message>
    <message>
        <source>This area has {ratio:2} times the noise that its brightness predicts from the rest of the picture (usual down to {usual:2}); blur by depth and denoising by phones do that too.</source>
        <translation>Diese Stelle hat das {ratio:2}-Fache des Rauschens, das ihre Helligkeit nach dem übrigen Bild erwarten lässt (üblich bis hinab zu {usual:2}); Tiefenunschärfe und das Entrauschen von Telefonen bewirken das auch.</translation>
    </message>
    <message>
        <source>Noise of about {level:1} gray levels lies evenly over the picture and grows {rise:1} times from dark to bright, as the noise of a sensor does.</source>
        <translation>Rauschen von etwa {level:1} Graustufen liegt gleichmäßig über dem Bild und wächst von dunkel nach hell auf das {rise:1}-Fache, wie das Rauschen eines Sensors.</translation>
    </message>
    <message>
        <source>The spectrum of the fine texture has a peak of {peak:1} dB at ({fx:3}, {fy:3}) cycles per pixel (usual up to {usual:1} dB), as up-sampling in generators leaves it; woven or printed patterns can do that too.</source>
        <translation>Das Spektrum der feinen Textur hat eine Spitze von {peak:1} dB bei ({fx:3}, {fy:3}) Schwingungen je Pixel (üblich bis {usual:1} dB), wie das Hochskalieren in Generatoren sie hinterlässt; gewebte oder gedruckte Muster können das auch.</translation>
    </message>
    <message>
        <source>In {windows} of {all} windows neighboring pixels depend on each other with a period of {period:2} pixels, as after resizing or turning this area; fine regular patterns do that too.</source>
        <translation>In {windows} von {all} Fenstern hängen benachbarte Pixel mit einer Periode von {period:2} Pixeln voneinander ab, wie nach dem Skalieren oder Drehen dieser Stelle; feine regelmäßige Muster bewirken das auch.</translation>
    </message>
    <message>
        <source>Over the picture ({windows} of {all} windows) neighboring pixels depend on each other with a period of {period:2} pixels: the whole was resized, as web pictures usually are.</source>
        <translation>Über das Bild hin ({windows} von {all} Fenstern) hängen benachbarte Pixel mit einer Periode von {period:2} Pixeln voneinander ab: Das Ganze wurde skaliert, wie bei Webbildern üblich.</translation>
    </message>
    <message>
        <source>On one diagonal of the 2x2 pixel cells more green values lie between their neighbors than on the other ({score:0} standard deviations, {usual:0} or less in most pictures; alike in {agreeing:0} % of the windows), as a camera&apos;s color filter leaves it. Some recent generators leave a lattice that looks the same, so it speaks for nothing by itself.</source>
        <translation>Auf einer Diagonale der 2x2-Zellen liegen mehr Grünwerte zwischen denen ihrer Nachbarn als auf der anderen ({score:0} Standardabweichungen, in den meisten Bildern {usual:0} oder weniger; ebenso in {agreeing:0} % der Fenster), wie es der Farbfilter einer Kamera hinterlässt. Einige neuere Generatoren hinterlassen ein Gitter, das genauso aussieht; für sich allein spricht es also für nichts.</translation>
    </message>
    <message>
        <source>Two areas show the same content ({matches} matching points) and even the same noise ({z:1} standard deviations, limit {limit}): one is a copy of the other; repeated prints and frames added by software do that too.</source>
        <translation>Zwei Stellen zeigen denselben Inhalt ({matches} übereinstimmende Punkte) und sogar dasselbe Rauschen ({z:1} Standardabweichungen, Grenze {limit}): Eine ist eine Kopie der anderen; wiederholte Aufdrucke und von Programmen eingesetzte Rahmen bewirken das auch.</translation>
    </message>
    <message>
        <source>Two areas show the same content ({matches} matching points) with noise of their own ({z:1} standard deviations, limit {limit}): things that look alike.</source>
        <translation>Zwei Stellen zeigen denselben Inhalt ({matches} übereinstimmende Punkte) mit je eigenem Rauschen ({z:1} Standardabweichungen, Grenze {limit}): Dinge, die sich gleichen.</translation>
    </message>
    <message>
        <source>No verdict: {missing} % of the picture is missing from the file; get a complete copy.</source>
        <translation>Kein Urteil: {missing} % des Bildes fehlen in der Datei; besorgen Sie eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>The engines contradict each other: the model calls the picture fake ({model} %), the measurements speak for a photograph ({measured} %); the confidence was halved.</source>
        <translation>Die Engines widersprechen sich: das Modell nennt das Bild gefälscht ({model} %), die Messungen sprechen für ein Foto ({measured} %); die Sicherheit wurde halbiert.</translation>
    </message>
    <message>
        <source>The engines contradict each other: the model calls the picture real ({model} % for a fake), the measurements speak for a fake ({measured} %); the confidence was halved.</source>
        <translation>Die Engines widersprechen sich: das Modell nennt das Bild echt ({model} % für eine Fälschung), die Messungen sprechen für eine Fälschung ({measured} %); die Sicherheit wurde halbiert.</translation>
    </message>
    <message>
        <source>The learned detector finds the fine texture of {share:0} % of the measured area unlike the rest of the picture (score {score:1}, usual for photographs up to {usual:1}); blur by depth, reflections, captions and selective denoising do that too.</source>
        <translation>Der gelernte Detektor findet die feine Textur von {share:0} % der gemessenen Fläche anders als den Rest des Bildes (Wert {score:1}, für Fotos üblich bis {usual:1}); Unschärfe durch Tiefe, Spiegelungen, Beschriftungen und örtliches Entrauschen bewirken das auch.</translation>
    </message>
    <message>
        <source>The file was saved at JPEG quality {quality}. On such files the detector was right less often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>Die Datei wurde mit JPEG-Qualität {quality} gespeichert. Bei solchen Dateien hatte der Detektor seltener recht; was er sagt, wurde darum auf {confidence:0} % des Üblichen abgeschwächt.</translation>
    </message>
    <message>
        <source>No verdict: {uniform} % of the pixels are exactly like their neighbors, as in drawings, charts and screenshots; the detector was calibrated on photographs.</source>
        <translation>Kein Urteil: {uniform} % der Pixel gleichen ihren Nachbarn genau, wie in Zeichnungen, Diagrammen und Bildschirmfotos; kalibriert wurde der Detektor an Fotos.</translation>
    </message>
    <message>
        <source>This verdict is about how the picture as a whole was made. It does not exclude local edits: this detector misses most retouched, filled-in or exchanged parts.</source>
        <translation>Dieses Urteil sagt, wie das Bild als Ganzes entstanden ist. Örtliche Eingriffe schließt es nicht aus: Die meisten retuschierten, aufgefüllten oder ausgetauschten Stellen entgehen diesem Detektor.</translation>
    </message>
    <message>
        <source>No verdict: the measurements point to a photograph, but noise of {noise:1} gray levels lies over the picture; above {limit:1} it can hide what generators leave.</source>
        <translation>Kein Urteil: Die Messungen sprechen für ein Foto, doch über dem Bild liegt Rauschen von {noise:1} Graustufen; über {limit:1} kann es verdecken, was Generatoren hinterlassen.</translation>
    </message>
    <message>
        <source>The picture is only {width} x {height} pixels large. On small pictures the detector was right less often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>Das Bild hat nur {width} x {height} Pixel. Bei kleinen Bildern hatte der Detektor seltener recht; was er sagt, wurde darum auf {confidence:0} % des Üblichen abgeschwächt.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, a square that image generators write: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this, and photographs are cut to such squares too.</source>
        <translation>Das Bild ist genau {width:0} x {height:0} Pixel groß, ein Quadrat, wie es Bildgeneratoren schreiben: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren entfernt das, und auch Fotografien werden auf solche Quadrate beschnitten.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, a size that image generators write ({@writer} among them): {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this.</source>
        <translation>Das Bild ist genau {width:0} x {height:0} Pixel groß, eine Größe, die Bildgeneratoren schreiben (darunter {@writer}): {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren entfernt das.</translation>
    </message>
    <message>
        <source>The picture is exactly half or double of {of_width:0} x {of_height:0} pixels, a size that image generators write ({@writer} among them): {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this.</source>
        <translation>Das Bild ist genau halb oder doppelt so groß wie {of_width:0} x {of_height:0} Pixel, eine Größe, die Bildgeneratoren schreiben (darunter {@writer}): {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren entfernt das.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, the full size of a camera&apos;s or telephone&apos;s sensor: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a size. Any picture can be scaled to it.</source>
        <translation>Das Bild ist genau {width:0} x {height:0} Pixel groß, die volle Größe des Sensors einer Kamera oder eines Telefons: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben eine solche Größe. Jedes Bild lässt sich darauf skalieren.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 64 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>Breite und Höhe ({width:0} x {height:0}) sind Vielfache von 64 Pixeln, aber keine Größe, für die ein Generator bekannt ist: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren ändert das.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 16 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>Breite und Höhe ({width:0} x {height:0}) sind Vielfache von 16 Pixeln, aber keine Größe, für die ein Generator bekannt ist: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren ändert das.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 8 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>Breite und Höhe ({width:0} x {height:0}) sind Vielfache von 8 Pixeln, aber keine Größe, für die ein Generator bekannt ist: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben eine solche Größe. Beschneiden oder Skalieren ändert das.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are no multiples of 8 pixels, in which most generators work: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a size. Cropping or scaling makes it.</source>
        <translation>Breite und Höhe ({width:0} x {height:0}) sind keine Vielfachen von 8 Pixeln, in denen die meisten Generatoren arbeiten: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben eine solche Größe. Beschneiden oder Skalieren erzeugt sie.</translation>
    </message>
    <message>
        <source>The picture is square, but of no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Cropping changes this.</source>
        <translation>Das Bild ist quadratisch, hat aber keine Größe, für die ein Generator bekannt ist: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung sind so. Beschneiden ändert das.</translation>
    </message>
    <message>
        <source>The sides are 4 to 3, the shape of telephones and compact cameras: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have it. Cropping makes or removes this.</source>
        <translation>Die Seiten stehen 4 zu 3, die Form von Telefonen und Kompaktkameras: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben sie. Beschneiden erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The sides are 3 to 2, the shape of cameras with interchangeable lenses: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have it. Cropping makes or removes this.</source>
        <translation>Die Seiten stehen 3 zu 2, die Form von Kameras mit Wechselobjektiven: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben sie. Beschneiden erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The sides are 16 to 9, the shape of screens: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have it. Cropping makes or removes this.</source>
        <translation>Die Seiten stehen 16 zu 9, die Form von Bildschirmen: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung haben sie. Beschneiden erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The picture has more than 5 megapixels: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Enlarging makes this.</source>
        <translation>Das Bild hat mehr als 5 Megapixel: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben so viele. Vergrößern erzeugt das.</translation>
    </message>
    <message>
        <source>The file is a PNG in pieces of 64 KiB, as the program library Pillow writes it, on which many generators are built: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are such files. Saving anew makes or removes this.</source>
        <translation>Die Datei ist ein PNG in Stücken von 64 KiB, wie es die Programmbibliothek Pillow schreibt, auf der viele Generatoren aufbauen: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung sind solche Dateien. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The file is a PNG, which no camera writes: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are (not counting those that Pillow wrote). Saving anew makes or removes this.</source>
        <translation>Die Datei ist ein PNG, wie es keine Kamera schreibt: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung sind das (ohne die, die Pillow schrieb). Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The file is a WebP: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Web sites save any picture so.</source>
        <translation>Die Datei ist ein WebP: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung sind das. Webseiten speichern jedes Bild so.</translation>
    </message>
    <message>
        <source>The JPEG carries blocks that Adobe&apos;s programs write: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Any picture that was opened and saved there has them.</source>
        <translation>Das JPEG trägt Blöcke, die Programme von Adobe schreiben: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung tragen sie. Jedes Bild, das dort geöffnet und gespeichert wurde, hat sie.</translation>
    </message>
    <message>
        <source>The JPEG is progressive, as web sites write it: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Saving anew makes or removes this.</source>
        <translation>Das JPEG ist progressiv, wie Webseiten es schreiben: {generated:0} von 100 erzeugten Bildern und {photographs:0} von 100 Fotografien der Sammlung sind das. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The JPEG begins with EXIF entries, as cameras write it: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Das JPEG beginnt mit EXIF-Einträgen, wie Kameras es schreiben: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung beginnen so. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The JPEG was written with quantization tables of a maker&apos;s own, as cameras and Adobe&apos;s programs have them: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection were. Saving anew makes or removes this.</source>
        <translation>Das JPEG wurde mit herstellereigenen Quantisierungstabellen geschrieben, wie Kameras und Programme von Adobe sie haben: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung wurden es. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The JPEG stores color at full resolution (4:4:4): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Das JPEG speichert Farbe in voller Auflösung (4:4:4): {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung tun das. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The JPEG stores color at a resolution that cameras use and few programs (4:2:2 and the like): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Das JPEG speichert Farbe in einer Auflösung, die Kameras und wenige Programme verwenden (4:2:2 und Ähnliches): {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung tun das. Neues Speichern erzeugt oder entfernt das.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries fit each other and the picture&apos;s size (exposure, maker note or thumbnail): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a set. Such entries can be copied from another file.</source>
        <translation>Die Einträge der Kamera passen zueinander und zur Größe des Bildes (Belichtung, Herstellernotiz oder Vorschaubild): {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung haben einen solchen Satz. Solche Einträge lassen sich aus einer anderen Datei kopieren.</translation>
    </message>
    <message>
        <source>The file names a camera, but its entries are incomplete or state another size, as after editing: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection are so. Such entries can be copied from another file.</source>
        <translation>Die Datei nennt eine Kamera, aber ihre Einträge sind unvollständig oder nennen eine andere Größe, wie nach einer Bearbeitung: {photographs:0} von 100 Fotografien und {generated:0} von 100 erzeugten Bildern der Sammlung sind so. Solche Einträge lassen sich aus einer anderen Datei kopieren.</translation>
    </message>
    <message>
        <source>The table of what the form of files suggests is not installed.</source>
        <translation>Die Tabelle dessen, was die Form von Dateien nahelegt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>The Content Credentials are damaged and cannot be read. That alone does not mean that the picture was changed.</source>
        <translation>Die Content Credentials sind beschädigt und nicht lesbar. Das allein heißt nicht, dass das Bild verändert wurde.</translation>
    </message>
    <message>
        <source>The Content Credentials themselves were altered after they were signed, or put together from parts of others.</source>
        <translation>Die Content Credentials selbst wurden nach dem Signieren verändert oder aus Teilen anderer zusammengesetzt.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact, but they do not fit the bytes of this file: it was edited or saved again after signing, or the credentials were made for another file.</source>
        <translation>Die Content Credentials sind unversehrt, passen aber nicht zu den Bytes dieser Datei: Sie wurde nach dem Signieren bearbeitet oder neu gespeichert, oder die Angaben gehören zu einer anderen Datei.</translation>
    </message>
    <message>
        <source>Bytes and signature fit, but the certificate was not valid: it ran from {@from} to {@until}, and no time stamp shows that the signature was made in that time.</source>
        <translation>Bytes und Signatur passen, aber das Zertifikat war nicht gültig: Es galt vom {@from} bis zum {@until}, und kein Zeitstempel zeigt, dass die Signatur in dieser Zeit entstand.</translation>
    </message>
    <message>
        <source>Something that went into this picture has Content Credentials that do not hold.</source>
        <translation>Etwas, das in dieses Bild einging, hat Content Credentials, die nicht standhalten.</translation>
    </message>
    <message>
        <source>The Content Credentials do not follow the specification.</source>
        <translation>Die Content Credentials folgen nicht der Spezifikation.</translation>
    </message>
    <message>
        <source>No. Bytes of this file are not the ones that were signed. An edit does that, and so does any program that saves the picture again and keeps the credentials.</source>
        <translation>Nein. Bytes dieser Datei sind nicht die, die signiert wurden. Das bewirkt eine Bearbeitung, aber auch jedes Programm, das das Bild neu speichert und die Angaben behält.</translation>
    </message>
    <message>
        <source>Not known: no hash of the file&apos;s bytes could be checked.</source>
        <translation>Nicht bekannt: Keine Prüfsumme über die Bytes der Datei ließ sich prüfen.</translation>
    </message>
    <message>
        <source>Yes, but parts of the file are not covered by the signature and may have been changed since.</source>
        <translation>Ja, aber Teile der Datei sind von der Signatur nicht erfasst und können seither verändert worden sein.</translation>
    </message>
    <message>
        <source>Yes. Every byte of the file outside the credentials is the one that was signed.</source>
        <translation>Ja. Jedes Byte der Datei außerhalb der Angaben ist das, das signiert wurde.</translation>
    </message>
    <message>
        <source>No. The signature is missing, cannot be read, or does not belong to these credentials.</source>
        <translation>Nein. Die Signatur fehlt, ist nicht lesbar oder gehört nicht zu diesen Angaben.</translation>
    </message>
    <message>
        <source>The signature fits, but its certificate had been revoked.</source>
        <translation>Die Signatur passt, aber ihr Zertifikat war widerrufen.</translation>
    </message>
    <message>
        <source>The signature fits, but its certificate is not fit for signing credentials.</source>
        <translation>Die Signatur passt, aber ihr Zertifikat ist zum Signieren solcher Angaben nicht geeignet.</translation>
    </message>
    <message>
        <source>The signature fits, but it was made outside the time of its certificate, {@from} to {@until}.</source>
        <translation>Die Signatur passt, entstand aber außerhalb der Zeit ihres Zertifikats, {@from} bis {@until}.</translation>
    </message>
    <message>
        <source>The signature fits. Its certificate ran from {@from} to {@until}, and no time stamp shows that the signature was made in that time.</source>
        <translation>Die Signatur passt. Ihr Zertifikat galt vom {@from} bis zum {@until}, und kein Zeitstempel zeigt, dass sie in dieser Zeit entstand.</translation>
    </message>
    <message>
        <source>Yes. It belongs to these credentials, and its certificate was valid when they were signed.</source>
        <translation>Ja. Sie gehört zu diesen Angaben, und ihr Zertifikat war beim Signieren gültig.</translation>
    </message>
    <message>
        <source>Yes, on the list “{@list}”.</source>
        <translation>Ja, auf der Liste „{@list}“.</translation>
    </message>
    <message>
        <source>Yes, on the list “{@list}” of {@date}.</source>
        <translation>Ja, auf der Liste „{@list}“ vom {@date}.</translation>
    </message>
    <message>
        <source>No. The signer is on none of the lists that you gave; the program itself brings none.</source>
        <translation>Nein. Der Unterzeichner steht auf keiner der Listen, die Sie angegeben haben; das Programm selbst bringt keine mit.</translation>
    </message>
    <message>
        <source>Nobody: no signer can be read.</source>
        <translation>Niemand: Kein Unterzeichner ist lesbar.</translation>
    </message>
    <message>
        <source>{@name} ({@organization}), by a certificate of {@issuer}.</source>
        <translation>{@name} ({@organization}), mit einem Zertifikat von {@issuer}.</translation>
    </message>
    <message>
        <source>Whoever holds a certificate that names {@name} ({@organization}), issued by {@issuer}. Anybody can make one with such a name: without a list it proves nothing.</source>
        <translation>Wer ein Zertifikat besitzt, das {@name} ({@organization}) nennt, ausgestellt von {@issuer}. Jeder kann eines mit solchem Namen machen: Ohne Liste beweist es nichts.</translation>
    </message>
    <message>
        <source>The file carries no Content Credentials. Most pictures have none; that says nothing about them.</source>
        <translation>Die Datei trägt keine Content Credentials. Die meisten Bilder haben keine; das sagt nichts über sie.</translation>
    </message>
    <message>
        <source>The file names Content Credentials that are kept at {@url}. They were not fetched: this program never goes online for them.</source>
        <translation>Die Datei nennt Content Credentials, die unter {@url} liegen. Sie wurden nicht geholt: Dieses Programm geht dafür nie ins Netz.</translation>
    </message>
    <message>
        <source>The file carries Content Credentials that were not checked. Examine it again to have them checked.</source>
        <translation>Die Datei trägt Content Credentials, die nicht geprüft wurden. Untersuchen Sie sie noch einmal, damit sie geprüft werden.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact: signed, and unchanged since. Who signed is not confirmed by a list.</source>
        <translation>Die Content Credentials sind unversehrt: signiert und seither unverändert. Wer signiert hat, bestätigt keine Liste.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact, and their signer is on a list that you trust. That says who signed, not that what they say is true.</source>
        <translation>Die Content Credentials sind unversehrt, und ihr Unterzeichner steht auf einer Liste, der Sie vertrauen. Das sagt, wer signiert hat, nicht, dass die Angaben wahr sind.</translation>
    </message>
    <message>
        <source>Are these the bytes that were signed?</source>
        <translation>Sind das die Bytes, die signiert wurden?</translation>
    </message>
    <message>
        <source>Is the signature good?</source>
        <translation>Ist die Signatur in Ordnung?</translation>
    </message>
    <message>
        <source>Is the signer on a list?</source>
        <translation>Steht der Unterzeichner auf einer Liste?</translation>
    </message>
    <message>
        <source>Who says so?</source>
        <translation>Wer sagt das?</translation>
    </message>
    <message>
        <source>Supports neither: what was measured is about as frequent among photographs as among generated pictures.</source>
        <translation>Stützt keines von beiden: Was gemessen wurde, ist bei Fotos etwa so häufig wie bei erzeugten Bildern.</translation>
    </message>
    <message>
        <source>Limited support for generated: what was measured is {times:1} times as frequent among generated pictures as among photographs ({low:1} to {high:1}).</source>
        <translation>Begrenzte Stützung für „erzeugt“: Was gemessen wurde, ist bei erzeugten Bildern {times:1}-mal so häufig wie bei Fotos ({low:1} bis {high:1}).</translation>
    </message>
    <message>
        <source>Limited support for a photograph: what was measured is {times:1} times as frequent among photographs as among generated pictures ({low:1} to {high:1}).</source>
        <translation>Begrenzte Stützung für „Foto“: Was gemessen wurde, ist bei Fotos {times:1}-mal so häufig wie bei erzeugten Bildern ({low:1} bis {high:1}).</translation>
    </message>
    <message>
        <source>Moderate support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Mäßige Stützung für „erzeugt“: Was gemessen wurde, ist bei erzeugten Bildern {times:0}-mal so häufig wie bei Fotos ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>Moderate support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Mäßige Stützung für „Foto“: Was gemessen wurde, ist bei Fotos {times:0}-mal so häufig wie bei erzeugten Bildern ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>Moderately strong support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Mäßig starke Stützung für „erzeugt“: Was gemessen wurde, ist bei erzeugten Bildern {times:0}-mal so häufig wie bei Fotos ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>Moderately strong support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Mäßig starke Stützung für „Foto“: Was gemessen wurde, ist bei Fotos {times:0}-mal so häufig wie bei erzeugten Bildern ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>Strong support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Starke Stützung für „erzeugt“: Was gemessen wurde, ist bei erzeugten Bildern {times:0}-mal so häufig wie bei Fotos ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>Strong support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Starke Stützung für „Foto“: Was gemessen wurde, ist bei Fotos {times:0}-mal so häufig wie bei erzeugten Bildern ({low:0} bis {high:0}).</translation>
    </message>
    <message>
        <source>The file says that its Content Credentials lie at {@url}; they were not fetched, because nothing here uses the network.</source>
        <translation>Laut Datei liegen ihre Content Credentials unter {@url}; sie wurden nicht geholt, denn nichts hier benutzt das Netz.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are not valid ({@code}): they were made for other bytes, changed or damaged. Programs that save a picture again without renewing them do that too.</source>
        <translation>Die Content Credentials der Datei sind nicht gültig ({@code}): Sie wurden für andere Bytes ausgestellt, geändert oder beschädigt. Programme, die ein Bild neu speichern, ohne sie zu erneuern, bewirken das auch.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials mention material from a trained generator; they are not valid ({@code}), so this is no more than an unsigned statement.</source>
        <translation>Die Content Credentials der Datei erwähnen Material eines trainierten Generators; sie sind nicht gültig ({@code}), also ist das nicht mehr als eine unsignierte Angabe.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are intact and signed by {@signer}, who is on none of the trust lists that are installed.</source>
        <translation>Die Content Credentials der Datei sind unversehrt und signiert von {@signer}; auf den installierten Vertrauenslisten steht dieser Name nicht.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials say that a trained generator made the picture or parts of it. They are intact and signed by {@signer}, who is on none of the trust lists that are installed.</source>
        <translation>Laut den Content Credentials der Datei hat ein trainierter Generator das Bild oder Teile davon gemacht. Sie sind unversehrt und signiert von {@signer}; auf den installierten Vertrauenslisten steht dieser Name nicht.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are intact and signed by {@signer}, who is on a trust list.</source>
        <translation>Die Content Credentials der Datei sind unversehrt und signiert von {@signer}; der Name steht auf einer Vertrauensliste.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials, signed by {@signer}, who is on a trust list, say that a trained generator made the picture or parts of it. This cannot be changed unnoticed.</source>
        <translation>Laut den Content Credentials der Datei, signiert von {@signer} (auf einer Vertrauensliste), hat ein trainierter Generator das Bild oder Teile davon gemacht. Das lässt sich nicht unbemerkt ändern.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials, signed by {@signer}, who is on a trust list, say that a camera took the picture. This cannot be changed unnoticed; it does not say what stood before the camera.</source>
        <translation>Laut den Content Credentials der Datei, signiert von {@signer} (auf einer Vertrauensliste), hat eine Kamera das Bild aufgenommen. Das lässt sich nicht unbemerkt ändern; es sagt nicht, was vor der Kamera stand.</translation>
    </message>
    <message>
        <source>The file says that a part of the picture was made or changed with {@generator}; such entries can be added or removed freely.</source>
        <translation>Laut Datei wurde ein Teil des Bildes mit {@generator} erzeugt oder verändert; solche Einträge lassen sich frei hinzufügen und entfernen.</translation>
    </message>
    <message>
        <source>The pixels carry the watermark of {@name}: {agreeing} of {bits} bits agree, by chance less than once in 10^{exponent} pictures. It can be put into any picture by a program.</source>
        <translation>Die Pixel tragen das Wasserzeichen von {@name}: {agreeing} von {bits} Bits stimmen überein, zufällig seltener als einmal in 10^{exponent} Bildern. Ein Programm kann es in jedes Bild setzen.</translation>
    </message>
    <message>
        <source>{@maker} puts an invisible mark ({@mark}) into such pictures, which cannot be checked offline; it can be asked for at {@where}.</source>
        <translation>{@maker} setzt in solche Bilder ein unsichtbares Zeichen ({@mark}), das sich offline nicht prüfen lässt; danach fragen kann man hier: {@where}.</translation>
    </message>
    <message>
        <source>The file keeps a history of {steps} steps of editing or saving; ordinary development of photographs leaves one too.</source>
        <translation>Die Datei enthält einen Verlauf von {steps} Schritten des Bearbeitens oder Speicherns; auch die gewöhnliche Entwicklung von Fotos hinterlässt einen.</translation>
    </message>
    <message>
        <source>The file has {bytes} bytes beside its picture, from byte {offset} on, that look like {@what}.</source>
        <translation>Die Datei hat neben ihrem Bild {bytes} Bytes ab Byte {offset}; sie sehen aus wie: {@what}.</translation>
    </message>
    <message>
        <source>The file has {bytes} bytes beside its picture, from byte {offset} on: {@what}. Cameras and phones write such parts.</source>
        <translation>Die Datei hat neben ihrem Bild {bytes} Bytes ab Byte {offset}: {@what}. Kameras und Telefone schreiben solche Teile.</translation>
    </message>
    <message>
        <source>The checksum of the PNG chunk {@chunk} is wrong: it was damaged, or changed by a program that did not renew it.</source>
        <translation>Die Prüfsumme des PNG-Blocks {@chunk} ist falsch: Er wurde beschädigt oder von einem Programm geändert, das sie nicht erneuert hat.</translation>
    </message>
    <message>
        <source>The mark that ends the file is missing: the file ends early; interrupted downloads do that.</source>
        <translation>Die Marke, mit der die Datei endet, fehlt: Die Datei endet zu früh; abgebrochene Downloads tun das.</translation>
    </message>
    <message>
        <source>The file is a PNG in the variant of Apple&apos;s app builder (CgBI), which other programs show with wrong colors or not at all.</source>
        <translation>Die Datei ist ein PNG in der Variante von Apples Entwicklungswerkzeug (CgBI), die andere Programme mit falschen Farben oder gar nicht zeigen.</translation>
    </message>
    <message>
        <source>The file has texts behind the mark that ends the PNG (IEND), where most programs do not look.</source>
        <translation>Die Datei hat Texte hinter der Marke, mit der das PNG endet (IEND), wo die meisten Programme nicht nachsehen.</translation>
    </message>
    <message>
        <source>The file is an animation whose first picture is not part of it: programs without animation show something else.</source>
        <translation>Die Datei ist eine Animation, zu der ihr erstes Bild nicht gehört: Programme ohne Animation zeigen etwas anderes.</translation>
    </message>
    <message>
        <source>The file&apos;s EXIF entries (PixelXDimension, PixelYDimension) state {stated_width} x {stated_height} pixels, and the picture has {width} x {height}: it was reduced or cropped by a program that left the entries alone.</source>
        <translation>Die EXIF-Einträge der Datei (PixelXDimension, PixelYDimension) nennen {stated_width} x {stated_height} Pixel, das Bild hat {width} x {height}: Es wurde von einem Programm verkleinert oder beschnitten, das die Einträge stehen ließ.</translation>
    </message>
    <message>
        <source>The file says that it was changed ({@changed}, DateTime) before it was taken ({@taken}, DateTimeOriginal); a wrong clock does that too.</source>
        <translation>Laut Datei wurde sie geändert ({@changed}, DateTime), bevor sie aufgenommen wurde ({@taken}, DateTimeOriginal); eine falsch gehende Uhr tut das auch.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera}, but was saved with the common tables of programs (quality {quality}), which is unusual for this maker; every program that saves it again does that.</source>
        <translation>Die Datei nennt die Kamera {@camera}, wurde aber mit den verbreiteten Tabellen von Programmen gespeichert (Qualität {quality}), was für diesen Hersteller unüblich ist; jedes Programm, das sie neu speichert, tut das.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera} and lacks the maker&apos;s own notes, which is unusual for this maker; sharing and editing often remove them.</source>
        <translation>Die Datei nennt die Kamera {@camera}, und die eigenen Notizen des Herstellers fehlen, was für ihn unüblich ist; Teilen und Bearbeiten entfernen sie oft.</translation>
    </message>
    <message>
        <source>What is stated and what was seen contradict each other: the examination of the picture itself speaks for a photograph ({percent} % for a fake). The statement may have been added to it, or the generator leaves no trace that is known here.</source>
        <translation>Was angegeben ist und was gesehen wurde, widersprechen sich: Die Untersuchung des Bildes selbst spricht für ein Foto ({percent} % für eine Fälschung). Die Angabe kann hinzugefügt worden sein, oder der Generator hinterlässt keine Spur, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>What is stated and what was seen contradict each other: the examination of the picture itself speaks for a fake ({percent} %), the signed statement for a capture with a camera.</source>
        <translation>Was angegeben ist und was gesehen wurde, widersprechen sich: Die Untersuchung des Bildes selbst spricht für eine Fälschung ({percent} %), die signierte Angabe für eine Aufnahme mit einer Kamera.</translation>
    </message>
    <message>
        <source>The model&apos;s probability of a fake depends on how it is asked: {asked:0} % in the form &quot;{@asked}&quot;, {other:0} % in the form &quot;{@other}&quot;; the confidence was halved.</source>
        <translation>Die Wahrscheinlichkeit einer Fälschung, die das Modell nennt, hängt davon ab, wie es gefragt wird: {asked:0} % in der Form „{@asked}“, {other:0} % in der Form „{@other}“; die Sicherheit wurde halbiert.</translation>
    </message>
    <message>
        <source>No verdict: at the size at which the model looks, the picture has next to no fine detail ({share:2}; {limit:2} and more is usual). The model calls most photographs without it fake.</source>
        <translation>Kein Urteil: In der Größe, in der das Modell das Bild betrachtet, hat es so gut wie keine feinen Einzelheiten ({share:2}; üblich sind {limit:2} und mehr). Fotos ohne sie nennt das Modell meistens gefälscht.</translation>
    </message>
    <message>
        <source>The file was saved at JPEG quality {quality}. This model calls resaved photographs fake more often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>Die Datei wurde mit der JPEG-Qualität {quality} gespeichert. Neu gespeicherte Fotos nennt dieses Modell öfter gefälscht, deshalb wurde seine Aussage auf {confidence:0} % des Üblichen abgeschwächt.</translation>
    </message>
    <message>
        <source>The picture is only {width} x {height} pixels large. On small pictures less can be seen, so what the model says was weakened to {confidence:0} % of the usual.</source>
        <translation>Das Bild ist nur {width} x {height} Pixel groß. Auf kleinen Bildern ist weniger zu sehen, deshalb wurde die Aussage des Modells auf {confidence:0} % des Üblichen abgeschwächt.</translation>
    </message>
    <message>
        <source>Faces are a weak category of this model: about one real face in five was called fake when others repeated its published test.</source>
        <translation>Gesichter sind eine Schwäche dieses Modells: Als andere seinen veröffentlichten Test wiederholten, wurde etwa jedes fünfte echte Gesicht gefälscht genannt.</translation>
    </message>
    <message>
        <source>The file breaks off before its finest detail, so that some places are coarser than others.</source>
        <translation>Die Datei bricht vor den feinsten Einzelheiten ab, sodass manche Stellen gröber sind als andere.</translation>
    </message>
    <message>
        <source>No verdict: the file breaks off before the picture&apos;s finest detail, where the traces are; get a complete copy.</source>
        <translation>Kein Urteil: Die Datei bricht vor den feinsten Einzelheiten des Bildes ab, in denen die Spuren liegen; besorgen Sie eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>No verdict: nothing was calibrated for pictures with this encoding of colors ({@encoding}).</source>
        <translation>Kein Urteil: Für Bilder mit dieser Kodierung der Farben ({@encoding}) wurde nichts kalibriert.</translation>
    </message>
    <message>
        <source>No verdict: the measurements point to a fake, but {dark:0} % of the picture is dark; cameras denoise night photographs so strongly that they can look generated.</source>
        <translation>Kein Urteil: Die Messungen sprechen für eine Fälschung, doch {dark:0} % des Bildes sind dunkel; Kameras entrauschen Nachtaufnahmen so stark, dass sie wie erzeugt aussehen können.</translation>
    </message>
    <message>
        <source>No verdict: the probability of a fake is high, but no single measurement is beyond what photographs show.</source>
        <translation>Kein Urteil: Die Wahrscheinlichkeit einer Fälschung ist hoch, doch keine einzelne Messung geht über das hinaus, was Fotos zeigen.</translation>
    </message>
    <message>
        <source>These are Content Credentials without the file that they speak of. Open that file with these beside it, under its name, to have its bytes compared.</source>
        <translation>Das sind Content Credentials ohne die Datei, von der sie sprechen. Öffnen Sie jene Datei mit diesen daneben, unter ihrem Namen, damit ihre Bytes verglichen werden.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials do not count ({@code}): their certificate was not valid, and no time stamp shows that they were signed while it was. Bytes and signature fit.</source>
        <translation>Die Content Credentials der Datei zählen nicht ({@code}): Ihr Zertifikat war nicht gültig, und kein Zeitstempel zeigt, dass sie in seiner Gültigkeit signiert wurden. Bytes und Signatur passen.</translation>
    </message>
    <message>
        <source>The file holds Content Credentials only; the picture that they speak of is not in it.</source>
        <translation>Die Datei enthält nur Content Credentials; das Bild, von dem sie sprechen, ist nicht darin.</translation>
    </message>
    <message>
        <source>A small picture in the file ({@where}) shows something else than the picture (likeness {likeness:2}, usual above 0.9): the picture was changed or exchanged by a program that kept the old one.</source>
        <translation>Ein kleines Bild in der Datei ({@where}) zeigt etwas anderes als das Bild (Ähnlichkeit {likeness:2}, üblich über 0,9): Das Bild wurde von einem Programm verändert oder ausgetauscht, das das alte kleine behielt.</translation>
    </message>
    <message>
        <source>Fine texture and structure are more like those of generated pictures: such a score is {times:1} times as frequent among them as among photographs ({structure:0} % of it from structure as an image network sees it, the rest from the finest texture). Strong denoising, upscaling and retouching can do that too.</source>
        <translation>Feine Textur und Struktur gleichen eher denen erzeugter Bilder: Ein solcher Wert ist bei ihnen {times:1}-mal so häufig wie bei Fotos ({structure:0} % davon stammen aus der Struktur, wie ein Bildnetz sie sieht, der Rest aus der feinsten Textur). Starkes Entrauschen, Vergrößern und Retuschieren können das auch bewirken.</translation>
    </message>
    <message>
        <source>Fine texture and structure are more like those of photographs: such a score is {times:1} times as frequent among them as among generated pictures ({structure:0} % of it from structure as an image network sees it, the rest from the finest texture).</source>
        <translation>Feine Textur und Struktur gleichen eher denen von Fotos: Ein solcher Wert ist bei ihnen {times:1}-mal so häufig wie bei erzeugten Bildern ({structure:0} % davon stammen aus der Struktur, wie ein Bildnetz sie sieht, der Rest aus der feinsten Textur).</translation>
    </message>
    <message>
        <source>Fine texture and structure are about as frequent among photographs as among generated pictures ({ratio:1} times among generated ones).</source>
        <translation>Feine Textur und Struktur sind bei Fotos etwa so häufig wie bei erzeugten Bildern (bei erzeugten {ratio:1}-mal so häufig).</translation>
    </message>
    <message>
        <source>This verdict rests on two things together: the pixels lean this way, and the form of the file (size, tables, container) fits. Neither alone would carry it, and the form can be changed by cropping or saving anew.</source>
        <translation>Dieses Urteil beruht auf zweierlei zusammen: Die Pixel neigen in diese Richtung, und die Form der Datei (Größe, Tabellen, Behälter) passt dazu. Keines von beiden würde es allein tragen, und die Form lässt sich durch Zuschneiden oder neues Speichern ändern.</translation>
    </message>
    <message>
        <source>No verdict: the picture looks as if a formula had made it (noise, plasma, waves, a fractal, a simple rendering); the detector was not calibrated on such pictures.</source>
        <translation>Kein Urteil: Das Bild sieht aus, als hätte eine Formel es gemacht (Rauschen, Plasma, Wellen, ein Fraktal, ein einfaches Rendering); an solchen Bildern wurde der Detektor nicht kalibriert.</translation>
    </message>
    <message>
        <source>At the size at which the model looks, the picture has little fine detail ({share:2}; {usual:2} and more is usual). The model calls soft photographs fake more often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>In der Größe, in der das Modell hinsieht, hat das Bild wenig feine Einzelheiten ({share:2}; üblich sind {usual:2} und mehr). Das Modell nennt weiche Fotos häufiger gefälscht, deshalb wurde seine Aussage auf {confidence:0} % des Üblichen abgeschwächt.</translation>
    </message>
    <message>
        <source>The file says that the picture was taken on {@taken} (DateTimeOriginal) and on {@other} ({@source}); a wrong clock, a scan of an older picture and entries of another file do that.</source>
        <translation>Die Datei sagt, dass das Bild am {@taken} (DateTimeOriginal) und am {@other} ({@source}) aufgenommen wurde; eine falsche Uhr, ein Scan eines älteren Bildes und Einträge einer anderen Datei tun das.</translation>
    </message>
    <message>
        <source>A save as JPEG at about quality {quality:0} tells this part from the rest. It is a panel, a bar or a frame along a straight line over the full length: the picture is put together openly, and that is no sign of forgery.</source>
        <translation>Eine Speicherung als JPEG mit etwa Qualität {quality:0} unterscheidet diesen Teil vom Rest. Er ist ein Feld, ein Balken oder ein Rahmen entlang einer geraden Linie über die ganze Länge: Das Bild ist offen zusammengesetzt, und das ist kein Zeichen von Fälschung.</translation>
    </message>
    <message>
        <source>The picture is put together openly from several panels, so that each is foreign to the others.</source>
        <translation>Das Bild ist offen aus mehreren Feldern zusammengesetzt, sodass jedes den anderen fremd ist.</translation>
    </message>
    <message>
        <source>The picture is put together openly, from {panels} panels along straight lines over its full length ({line:0} % of the clearest line jumps at once), as collages and comparisons are; a wall or window frame parallel to the picture&apos;s edge can look the same. That is no sign of forgery: each panel has a history of its own.</source>
        <translation>Das Bild ist offen zusammengesetzt, aus {panels} Feldern entlang gerader Linien über seine ganze Länge (die deutlichste springt auf {line:0} % ihrer Länge zugleich), wie Collagen und Vergleiche; eine Wand oder ein Fensterrahmen gleichlaufend mit dem Bildrand kann ebenso aussehen. Das ist kein Zeichen von Fälschung: Jedes Feld hat seine eigene Geschichte.</translation>
    </message>
    <message>
        <source>The same content stands in two panels ({matches} matching points). The picture is put together openly, and comparisons show a thing twice; it speaks for nothing.</source>
        <translation>Derselbe Inhalt steht in zwei Feldern ({matches} übereinstimmende Punkte). Das Bild ist offen zusammengesetzt, und Vergleiche zeigen etwas zweimal; das spricht für nichts.</translation>
    </message>
    <message>
        <source>Nothing was calibrated for this encoding of colors.</source>
        <translation>Für diese Farbkodierung wurde nichts kalibriert.</translation>
    </message>
</context>
<context>
    <name>ClueNotes</name>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>the measurements agree</source>
        <translation>die Messungen stimmen zu</translation>
    </message>
    <message>
        <source>the measurements contradict this</source>
        <translation>die Messungen widersprechen</translation>
    </message>
    <message>
        <source>the measurements show nothing unusual</source>
        <translation>die Messungen zeigen nichts Ungewöhnliches</translation>
    </message>
    <message>
        <source>supported by its region</source>
        <translation>von der Stelle gestützt</translation>
    </message>
    <message>
        <source>not tied to its region</source>
        <translation>nicht an die Stelle gebunden</translation>
    </message>
    <message>
        <source>contradicted by its region</source>
        <translation>von der Stelle widerlegt</translation>
    </message>
    <message>
        <source>region not checked</source>
        <translation>Stelle nicht geprüft</translation>
    </message>
    <message>
        <source>not tied to a place: attention went to tokens that draw it always</source>
        <translation>an keinen Ort gebunden: die Aufmerksamkeit galt Bildteilen, die sie immer anziehen</translation>
    </message>
    <message>
        <source>about no place in particular</source>
        <translation>über keinen bestimmten Ort</translation>
    </message>
    <message>
        <source>without the region the model loses %1 nats per token of it</source>
        <translation>ohne die Stelle verliert das Modell davon %1 nat je Token</translation>
    </message>
    <message>
        <source> (p = %1 against %2 other places)</source>
        <translation> (p = %1 gegen %2 andere Stellen)</translation>
    </message>
    <message>
        <source>%1 is %2 times the picture&apos;s median</source>
        <translation>%1 ist das %2-Fache des Medians im Bild</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 in the picture</source>
        <translation>%1: %2 hier, %3 im Bild</translation>
    </message>
    <message>
        <source>measured here: %1</source>
        <translation>hier gemessen: %1</translation>
    </message>
    <message>
        <source>said of %1 of %2 pictures, whatever they show</source>
        <translation>über %1 von %2 Bildern gesagt, was immer sie zeigen</translation>
    </message>
    <message>
        <source>Second engine (%1): %2, %3 %</source>
        <translation>Zweite Engine (%1): %2, %3 %</translation>
    </message>
    <message>
        <source>The engines contradict each other; the first alone gave %1 %.</source>
        <translation>Die Engines widersprechen sich; die erste allein ergab %1 %.</translation>
    </message>
    <message>
        <source>unfinished: the answer was cut here</source>
        <translation>unvollständig: Hier wurde die Antwort abgeschnitten</translation>
    </message>
    <message>
        <source>a stock phrase of this kind of model</source>
        <translation>eine Standardwendung solcher Modelle</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engines</name>
    <message>
        <source>Embedded engine</source>
        <translation>Eingebaute Engine</translation>
    </message>
    <message>
        <source>FakeVLM: %1</source>
        <extracomment>%1 is the name of a folder</extracomment>
        <translation>FakeVLM: %1</translation>
    </message>
    <message>
        <source>Remote server</source>
        <translation>Entfernter Server</translation>
    </message>
    <message>
        <source>Comes with the program and works at once, offline. It measures traces in the picture and answers in seconds.</source>
        <translation>Gehört zum Programm und arbeitet sofort und ohne Netz. Sie misst Spuren im Bild und antwortet in Sekunden.</translation>
    </message>
    <message>
        <source>A language model that looks at the picture and says in its own words what it finds. It runs on this computer from a checkpoint folder that you have; a large one needs much memory and minutes per picture.</source>
        <translation>Ein Sprachmodell, das das Bild ansieht und in eigenen Worten sagt, was es findet. Es läuft auf diesem Rechner aus einem Checkpoint-Ordner, den Sie haben; ein großes braucht viel Speicher und Minuten je Bild.</translation>
    </message>
    <message>
        <source>Remote servers are not available in this version of Clueglass. Pictures never leave this computer.</source>
        <translation>Entfernte Server gibt es in dieser Version von Clueglass nicht. Bilder verlassen diesen Rechner nie.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is no longer there.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Connect its drive or add it again from its new place; in a case, choose File, Find missing pictures again.</source>
        <translation>Schließen Sie das Laufwerk an oder fügen Sie die Datei von ihrem neuen Ort hinzu; in einem Fall wählen Sie Datei, Fehlende Bilder wiederfinden.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check its permissions and its drive, then try again.</source>
        <translation>Prüfen Sie Zugriffsrechte und Laufwerk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Ask for the picture again; nothing of it is here.</source>
        <translation>Bitten Sie noch einmal um das Bild; hier ist nichts davon.</translation>
    </message>
    <message>
        <source>The content is no picture.</source>
        <translation>Der Inhalt ist kein Bild.</translation>
    </message>
    <message>
        <source>Check what the file really is; its name may mislead.</source>
        <translation>Prüfen Sie, was die Datei wirklich ist; ihr Name kann täuschen.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be decoded.</source>
        <translation>Diese Art von Bild lässt sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>Ask for the picture as JPEG, PNG, TIFF or WebP.</source>
        <translation>Bitten Sie um das Bild als JPEG, PNG, TIFF oder WebP.</translation>
    </message>
    <message>
        <source>The file ends before anything of the picture shows.</source>
        <translation>Die Datei endet, bevor etwas vom Bild zu sehen ist.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren Sie sie erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture is larger than the limits allow.</source>
        <translation>Das Bild ist größer, als die Grenzen erlauben.</translation>
    </message>
    <message>
        <source>Raise the limits in the settings if the computer has the memory.</source>
        <translation>Heben Sie die Grenzen in den Einstellungen an, wenn der Speicher des Rechners reicht.</translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation>Die Untersuchung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Choose Try again to examine it after all.</source>
        <translation>Wählen Sie „Erneut versuchen“, um es doch zu untersuchen.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The engine&apos;s model is missing or cannot be used.</source>
        <translation>Das Modell der Engine fehlt oder ist unbrauchbar.</translation>
    </message>
    <message>
        <source>Choose another engine or repair the installation.</source>
        <translation>Wählen Sie eine andere Engine oder reparieren Sie die Installation.</translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation>Die Engine kann nicht starten.</translation>
    </message>
    <message>
        <source>Choose another engine in the settings.</source>
        <translation>Wählen Sie in den Einstellungen eine andere Engine.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Der Server hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check the connection and the server&apos;s address.</source>
        <translation>Prüfen Sie die Verbindung und die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the details below.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, melden Sie es mit den Angaben unten.</translation>
    </message>
</context>
<context>
    <name>GalleryFacets</name>
    <message>
        <source>Not examined yet</source>
        <translation>Noch nicht untersucht</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Engines disagree</source>
        <translation>Engines uneins</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Mit Anmerkungen</translation>
    </message>
    <message>
        <source>Identical files</source>
        <translation>Gleiche Dateien</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht gesichtet</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Gesichtet</translation>
    </message>
    <message>
        <source>Examiner agrees</source>
        <translation>Prüfer stimmt zu</translation>
    </message>
    <message>
        <source>Examiner disagrees</source>
        <translation>Prüfer widerspricht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Kind of fake</source>
        <translation>Art der Fälschung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Color label</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Verdict rests on</source>
        <translation>Urteil beruht auf</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Generated in part</source>
        <translation>Teilweise erzeugt</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Manipulated</source>
        <translation>Manipuliert</translation>
    </message>
    <message>
        <source>Signed as taken with a camera</source>
        <translation>Als Kameraaufnahme signiert</translation>
    </message>
    <message>
        <source>No sign of generation</source>
        <translation>Kein Anzeichen für Erzeugung</translation>
    </message>
    <message>
        <source>Leans toward generated</source>
        <translation>Eher erzeugt</translation>
    </message>
    <message>
        <source>Leans toward a photograph</source>
        <translation>Eher ein Foto</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Nicht entscheidbar</translation>
    </message>
    <message>
        <source>Judged from the pixels</source>
        <translation>Aus den Pixeln beurteilt</translation>
    </message>
    <message>
        <source>Judged from the form of the file</source>
        <translation>Aus der Form der Datei beurteilt</translation>
    </message>
    <message>
        <source>Rests on what the file says</source>
        <translation>Beruht auf dem, was die Datei sagt</translation>
    </message>
    <message>
        <source>Rests on a hidden watermark</source>
        <translation>Beruht auf einem verborgenen Wasserzeichen</translation>
    </message>
    <message>
        <source>Rests on signed credentials</source>
        <translation>Beruht auf signierten Content Credentials</translation>
    </message>
    <message>
        <source>Said by a language model</source>
        <translation>Von einem Sprachmodell gesagt</translation>
    </message>
    <message>
        <source>There are signs of generation, but too few to say so.</source>
        <translation>Es gibt Anzeichen für Erzeugung, aber zu wenige für ein Urteil.</translation>
    </message>
    <message>
        <source>Most speaks for a photograph, but too little to rule out a generator.</source>
        <translation>Das meiste spricht für ein Foto, aber zu wenig, um einen Generator auszuschließen.</translation>
    </message>
    <message>
        <source>What was found occurs in photographs and in generated pictures alike.</source>
        <translation>Was gefunden wurde, kommt in Fotos und erzeugten Bildern gleichermaßen vor.</translation>
    </message>
    <message>
        <source>Nothing points to a generator. Local edits are not ruled out.</source>
        <translation>Nichts deutet auf einen Generator. Örtliche Änderungen sind nicht ausgeschlossen.</translation>
    </message>
    <message>
        <source>The measurements together are those of generated pictures.</source>
        <translation>Die Messungen zusammen sind die erzeugter Bilder.</translation>
    </message>
    <message>
        <source>Supports neither side</source>
        <translation>Stützt keine Seite</translation>
    </message>
    <message>
        <source>Limited support for generated: %1 to 1</source>
        <translation>Begrenzte Stützung für erzeugt: %1 zu 1</translation>
    </message>
    <message>
        <source>Limited support for a photograph: %1 to 1</source>
        <translation>Begrenzte Stützung für ein Foto: %1 zu 1</translation>
    </message>
    <message>
        <source>Moderate support for generated: %1 to 1</source>
        <translation>Mäßige Stützung für erzeugt: %1 zu 1</translation>
    </message>
    <message>
        <source>Moderate support for a photograph: %1 to 1</source>
        <translation>Mäßige Stützung für ein Foto: %1 zu 1</translation>
    </message>
    <message>
        <source>Moderately strong support for generated: %1 to 1</source>
        <translation>Ziemlich starke Stützung für erzeugt: %1 zu 1</translation>
    </message>
    <message>
        <source>Moderately strong support for a photograph: %1 to 1</source>
        <translation>Ziemlich starke Stützung für ein Foto: %1 zu 1</translation>
    </message>
    <message>
        <source>Strong support for generated: %1 to 1</source>
        <translation>Starke Stützung für erzeugt: %1 zu 1</translation>
    </message>
    <message>
        <source>Strong support for a photograph: %1 to 1</source>
        <translation>Starke Stützung für ein Foto: %1 zu 1</translation>
    </message>
    <message>
        <source>The pixels carry the mark of %1</source>
        <translation>Die Pixel tragen das Zeichen von %1</translation>
    </message>
    <message>
        <source>Signed by %1: taken with a camera</source>
        <translation>Signiert von %1: mit einer Kamera aufgenommen</translation>
    </message>
    <message>
        <source>Signed by %1: changed with a generator</source>
        <translation>Signiert von %1: mit einem Generator verändert</translation>
    </message>
    <message>
        <source>Signed by %1: made by a generator</source>
        <translation>Signiert von %1: von einem Generator gemacht</translation>
    </message>
    <message>
        <source>The file says: generated in part</source>
        <translation>Die Datei sagt: teilweise erzeugt</translation>
    </message>
    <message>
        <source>The file says: made by a generator</source>
        <translation>Die Datei sagt: von einem Generator gemacht</translation>
    </message>
    <message>
        <source>The file says: changed with %1</source>
        <translation>Die Datei sagt: mit %1 verändert</translation>
    </message>
    <message>
        <source>The file says: made with %1</source>
        <translation>Die Datei sagt: mit %1 gemacht</translation>
    </message>
    <message>
        <source>As a whole it looks like a photograph, but a part may have been changed: see the first clue.</source>
        <translation>Als Ganzes sieht es wie ein Foto aus, doch ein Teil kann verändert sein: siehe den ersten Hinweis.</translation>
    </message>
    <message>
        <source>Judged from the pixels and the form of the file</source>
        <translation>Beurteilt nach den Pixeln und der Form der Datei</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>equalized</source>
        <translation>ausgeglichen</translation>
    </message>
</context>
<context>
    <name>MapLayers</name>
    <message>
        <source>Overall map</source>
        <translation>Gesamtkarte</translation>
    </message>
    <message>
        <source>Map of clue %1</source>
        <translation>Karte zu Hinweis %1</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>color label</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>support not stated</source>
        <translation>Stärke nicht angegeben</translation>
    </message>
    <message>
        <source>weak support</source>
        <translation>schwach gestützt</translation>
    </message>
    <message>
        <source>moderate support</source>
        <translation>mäßig gestützt</translation>
    </message>
    <message>
        <source>moderately strong support</source>
        <translation>mäßig stark gestützt</translation>
    </message>
    <message>
        <source>strong support</source>
        <translation>stark gestützt</translation>
    </message>
    <message>
        <source>very strong support</source>
        <translation>sehr stark gestützt</translation>
    </message>
    <message>
        <source>extremely strong support</source>
        <translation>äußerst stark gestützt</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>Fotografie</translation>
    </message>
    <message>
        <source>fake</source>
        <translation>Fälschung</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>The examiner&apos;s conclusion: %1</source>
        <translation>Schluss der prüfenden Person: %1</translation>
    </message>
    <message>
        <source>no color</source>
        <translation>keine Farbe</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>new annotation</source>
        <translation>neue Anmerkung</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>deleted annotation</source>
        <translation>gelöschte Anmerkung</translation>
    </message>
    <message>
        <source>imported annotations</source>
        <translation>eingelesene Anmerkungen</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>A larger copy</source>
        <translation>Eine größere Kopie</translation>
    </message>
    <message>
        <source>A complete copy</source>
        <translation>Eine vollständige Kopie</translation>
    </message>
    <message>
        <source>The original file</source>
        <translation>Die Originaldatei</translation>
    </message>
    <message>
        <source>Small pictures hold too little to measure. Look for a larger copy: open the page that the picture comes from and save the full size, or search the web with the picture itself.</source>
        <translation>Kleine Bilder enthalten zu wenig Messbares. Eine größere Kopie suchen: die Seite öffnen, von der das Bild stammt, und die volle Größe speichern, oder im Netz mit dem Bild selbst suchen.</translation>
    </message>
    <message>
        <source>This file breaks off before its end. Fetch it again, or have it sent again.</source>
        <translation>Diese Datei bricht vor ihrem Ende ab. Noch einmal holen oder noch einmal schicken lassen.</translation>
    </message>
    <message>
        <source>Messengers and web sites save pictures anew and remove most traces. Ask for the file as the camera or the program wrote it, sent as a file (in an e-mail or as a document), not as a picture in a chat.</source>
        <translation>Messenger und Webseiten speichern Bilder neu und entfernen die meisten Spuren. Nach der Datei fragen, wie Kamera oder Programm sie schrieben, als Datei geschickt (in einer E-Mail oder als Dokument), nicht als Bild in einem Chat.</translation>
    </message>
    <message>
        <source>Could you send me the original file of the picture “%1”? Please send it as a file attachment, straight from the device or program that made it, without cropping, editing or taking a screenshot. Please also tell me who made it, when, and with what.</source>
        <translation>Könnten Sie mir die Originaldatei des Bildes „%1“ schicken? Bitte als Dateianhang, direkt von dem Gerät oder Programm, das es gemacht hat, ohne Zuschnitt, Bearbeitung oder Bildschirmfoto. Bitte sagen Sie mir auch, wer es wann und womit gemacht hat.</translation>
    </message>
    <message>
        <source>A request that you can send</source>
        <translation>Eine Bitte, die sich verschicken lässt</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>Bitte kopieren</translation>
    </message>
    <message>
        <source>Open such a copy…</source>
        <translation>Solche Kopie öffnen …</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>upper left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>%1, %2 % of the picture</source>
        <extracomment>%1 is a place such as &quot;upper left&quot;</extracomment>
        <translation>%1, %2 % des Bildes</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>kein Ort</translation>
    </message>
    <message>
        <source>nearly the whole picture</source>
        <translation>fast das ganze Bild</translation>
    </message>
</context>
<context>
    <name>PlainClues</name>
    <message>
        <source>A part of the picture has another texture than the rest.</source>
        <translation>Ein Teil des Bildes hat eine andere Struktur als der Rest.</translation>
    </message>
    <message>
        <source>The picture is too small to tell.</source>
        <translation>Das Bild ist zu klein für ein Urteil.</translation>
    </message>
    <message>
        <source>The language model says fake, the measurements speak for a photograph.</source>
        <translation>Das Sprachmodell sagt Fälschung, die Messungen sprechen für ein Foto.</translation>
    </message>
    <message>
        <source>The language model says real, the measurements speak for a fake.</source>
        <translation>Das Sprachmodell sagt echt, die Messungen sprechen für eine Fälschung.</translation>
    </message>
    <message>
        <source>The picture itself looks like a photograph, against what is stated about it.</source>
        <translation>Das Bild selbst sieht aus wie ein Foto, anders als angegeben.</translation>
    </message>
    <message>
        <source>The picture itself looks generated, against what is stated about it.</source>
        <translation>Das Bild selbst sieht erzeugt aus, anders als angegeben.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer depends on how it is asked.</source>
        <translation>Die Antwort des Sprachmodells hängt davon ab, wie es gefragt wird.</translation>
    </message>
    <message>
        <source>The picture is too soft for the language model to tell.</source>
        <translation>Das Bild ist für das Sprachmodell zu weich.</translation>
    </message>
    <message>
        <source>Strong compression makes the language model less reliable.</source>
        <translation>Starke Kompression macht das Sprachmodell unzuverlässiger.</translation>
    </message>
    <message>
        <source>The small size makes the language model less reliable.</source>
        <translation>Die geringe Größe macht das Sprachmodell unzuverlässiger.</translation>
    </message>
    <message>
        <source>This language model often errs on pictures of faces.</source>
        <translation>Dieses Sprachmodell irrt sich oft bei Gesichtern.</translation>
    </message>
    <message>
        <source>A part of the picture is missing.</source>
        <translation>Ein Teil des Bildes fehlt.</translation>
    </message>
    <message>
        <source>The file ends before the picture&apos;s fine detail.</source>
        <translation>Die Datei endet vor den feinen Einzelheiten des Bildes.</translation>
    </message>
    <message>
        <source>The detector was never tried on this encoding of colors.</source>
        <translation>Mit dieser Farbkodierung wurde der Detektor nie erprobt.</translation>
    </message>
    <message>
        <source>There is too little texture to tell.</source>
        <translation>Für ein Urteil gibt es zu wenig Struktur.</translation>
    </message>
    <message>
        <source>This looks like a drawing, a chart or a screenshot; only photographs can be judged.</source>
        <translation>Das sieht nach Zeichnung, Grafik oder Bildschirmfoto aus; beurteilt werden nur Fotos.</translation>
    </message>
    <message>
        <source>Compression has removed the traces.</source>
        <translation>Die Kompression hat die Spuren beseitigt.</translation>
    </message>
    <message>
        <source>Compression makes the result less reliable.</source>
        <translation>Die Kompression macht das Ergebnis unsicherer.</translation>
    </message>
    <message>
        <source>The small size makes the result less reliable.</source>
        <translation>Die geringe Größe macht das Ergebnis unsicherer.</translation>
    </message>
    <message>
        <source>Strong noise may hide traces of a generator.</source>
        <translation>Starkes Rauschen kann Spuren eines Generators verdecken.</translation>
    </message>
    <message>
        <source>The picture is dark, and phones smooth night photographs until they look generated.</source>
        <translation>Das Bild ist dunkel, und Telefone glätten Nachtfotos, bis sie erzeugt wirken.</translation>
    </message>
    <message>
        <source>No single measurement is outside of what photographs show.</source>
        <translation>Keine einzelne Messung liegt außerhalb dessen, was Fotos zeigen.</translation>
    </message>
    <message>
        <source>Small local edits are not excluded.</source>
        <translation>Kleine örtliche Änderungen sind nicht ausgeschlossen.</translation>
    </message>
    <message>
        <source>This picture is unlike all that the detector was tried on.</source>
        <translation>Dieses Bild gleicht keinem, mit dem der Detektor erprobt wurde.</translation>
    </message>
    <message>
        <source>This area is smoother than the rest of the picture.</source>
        <translation>Dieser Bereich ist glatter als der Rest des Bildes.</translation>
    </message>
    <message>
        <source>The noise is even, as that of a camera.</source>
        <translation>Das Rauschen ist gleichmäßig wie das einer Kamera.</translation>
    </message>
    <message>
        <source>The texture holds a regular grid, as enlarging in generators leaves it.</source>
        <translation>In der Struktur liegt ein regelmäßiges Raster, wie es das Vergrößern in Generatoren hinterlässt.</translation>
    </message>
    <message>
        <source>This area was resized or turned.</source>
        <translation>Dieser Bereich wurde skaliert oder gedreht.</translation>
    </message>
    <message>
        <source>The whole picture was resized.</source>
        <translation>Das ganze Bild wurde skaliert.</translation>
    </message>
    <message>
        <source>The pixels show the grid of a color filter, as cameras have it.</source>
        <translation>Die Pixel zeigen das Raster eines Farbfilters, wie Kameras ihn haben.</translation>
    </message>
    <message>
        <source>One area is a copy of another.</source>
        <translation>Ein Bereich ist die Kopie eines anderen.</translation>
    </message>
    <message>
        <source>Two areas look alike, but are no copies.</source>
        <translation>Zwei Bereiche ähneln sich, sind aber keine Kopien.</translation>
    </message>
    <message>
        <source>This area reacts to saving unlike the rest.</source>
        <translation>Dieser Bereich reagiert auf das Speichern anders als der Rest.</translation>
    </message>
    <message>
        <source>This area was saved before in a way that the rest was not.</source>
        <translation>Dieser Bereich wurde früher anders gespeichert als der Rest.</translation>
    </message>
    <message>
        <source>This area may have been saved before, unlike the rest.</source>
        <translation>Dieser Bereich wurde vielleicht früher gespeichert, anders als der Rest.</translation>
    </message>
    <message>
        <source>The picture was saved more than once.</source>
        <translation>Das Bild wurde mehr als einmal gespeichert.</translation>
    </message>
    <message>
        <source>This area was put in after the picture was first saved.</source>
        <translation>Dieser Bereich kam nach dem ersten Speichern des Bildes hinzu.</translation>
    </message>
    <message>
        <source>The file says that {@generator} made the picture.</source>
        <translation>Die Datei sagt, dass {@generator} das Bild gemacht hat.</translation>
    </message>
    <message>
        <source>The file says that the picture was generated.</source>
        <translation>Die Datei sagt, dass das Bild erzeugt wurde.</translation>
    </message>
    <message>
        <source>The file says that parts of the picture were generated.</source>
        <translation>Die Datei sagt, dass Teile des Bildes erzeugt wurden.</translation>
    </message>
    <message>
        <source>The file says that the picture was computed, not taken.</source>
        <translation>Die Datei sagt, dass das Bild berechnet und nicht aufgenommen wurde.</translation>
    </message>
    <message>
        <source>The file says that a program enhanced the picture.</source>
        <translation>Die Datei sagt, dass ein Programm das Bild verbessert hat.</translation>
    </message>
    <message>
        <source>The file says that a camera took the picture.</source>
        <translation>Die Datei sagt, dass eine Kamera das Bild aufgenommen hat.</translation>
    </message>
    <message>
        <source>Unchecked credentials mention generated material.</source>
        <translation>Ungeprüfte Content Credentials nennen erzeugtes Material.</translation>
    </message>
    <message>
        <source>The file carries credentials that were not checked.</source>
        <translation>Die Datei trägt Content Credentials, die nicht geprüft wurden.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials are kept online and were not read.</source>
        <translation>Die Content Credentials der Datei liegen im Netz und wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials do not hold.</source>
        <translation>Die Content Credentials der Datei halten nicht.</translation>
    </message>
    <message>
        <source>Credentials that do not hold mention generated material.</source>
        <translation>Content Credentials, die nicht halten, nennen erzeugtes Material.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials are intact; who signed them is not confirmed.</source>
        <translation>Die Content Credentials sind unversehrt; wer sie signiert hat, ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Intact credentials say: generated. Who signed them is not confirmed.</source>
        <translation>Unversehrte Content Credentials sagen: erzeugt. Wer sie signiert hat, ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>The file carries credentials signed by {@signer}.</source>
        <translation>Die Datei trägt Content Credentials, signiert von {@signer}.</translation>
    </message>
    <message>
        <source>Credentials signed by {@signer} say: generated.</source>
        <translation>Content Credentials, signiert von {@signer}, sagen: erzeugt.</translation>
    </message>
    <message>
        <source>Credentials signed by {@signer} say: taken with a camera.</source>
        <translation>Content Credentials, signiert von {@signer}, sagen: mit einer Kamera aufgenommen.</translation>
    </message>
    <message>
        <source>The file says that a part was made with {@generator}.</source>
        <translation>Die Datei sagt, dass ein Teil mit {@generator} gemacht wurde.</translation>
    </message>
    <message>
        <source>The pixels carry the hidden watermark of {@name}.</source>
        <translation>Die Pixel tragen das verborgene Wasserzeichen von {@name}.</translation>
    </message>
    <message>
        <source>{@maker} hides a mark in such pictures that only it can read.</source>
        <translation>{@maker} verbirgt in solchen Bildern ein Zeichen, das nur dort gelesen werden kann.</translation>
    </message>
    <message>
        <source>The file lists earlier steps of editing.</source>
        <translation>Die Datei nennt frühere Schritte der Bearbeitung.</translation>
    </message>
    <message>
        <source>The file holds more than its picture.</source>
        <translation>Die Datei enthält mehr als ihr Bild.</translation>
    </message>
    <message>
        <source>The file holds more than its picture, as those of phones do.</source>
        <translation>Die Datei enthält mehr als ihr Bild, wie die von Telefonen.</translation>
    </message>
    <message>
        <source>A part of the file is damaged or was changed.</source>
        <translation>Ein Teil der Datei ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <source>The file ends early.</source>
        <translation>Die Datei endet zu früh.</translation>
    </message>
    <message>
        <source>The file is a PNG that only Apple&apos;s programs read.</source>
        <translation>Die Datei ist ein PNG, das nur Programme von Apple lesen.</translation>
    </message>
    <message>
        <source>The file hides texts behind its end.</source>
        <translation>Die Datei verbirgt Texte hinter ihrem Ende.</translation>
    </message>
    <message>
        <source>The file shows another picture in some programs.</source>
        <translation>Die Datei zeigt in manchen Programmen ein anderes Bild.</translation>
    </message>
    <message>
        <source>The picture once had another size.</source>
        <translation>Das Bild hatte einmal eine andere Größe.</translation>
    </message>
    <message>
        <source>The file&apos;s dates contradict each other.</source>
        <translation>Die Zeitangaben der Datei widersprechen sich.</translation>
    </message>
    <message>
        <source>The file was not saved by the camera that it names.</source>
        <translation>Die Datei wurde nicht von der Kamera gespeichert, die sie nennt.</translation>
    </message>
    <message>
        <source>Entries that the named camera writes are missing.</source>
        <translation>Einträge, die die genannte Kamera schreibt, fehlen.</translation>
    </message>
    <message>
        <source>{@software} wrote the file.</source>
        <translation>{@software} hat die Datei geschrieben.</translation>
    </message>
    <message>
        <source>The file names a camera: {@camera}.</source>
        <translation>Die Datei nennt eine Kamera: {@camera}.</translation>
    </message>
    <message>
        <source>The picture has the size that many generators write.</source>
        <translation>Das Bild hat die Größe, die viele Generatoren schreiben.</translation>
    </message>
    <message>
        <source>The picture has a size that generators write.</source>
        <translation>Das Bild hat eine Größe, die Generatoren schreiben.</translation>
    </message>
    <message>
        <source>The picture is half or double a size that generators write.</source>
        <translation>Das Bild ist halb oder doppelt so groß, wie Generatoren schreiben.</translation>
    </message>
    <message>
        <source>The picture has the full size of a camera&apos;s sensor.</source>
        <translation>Das Bild hat die volle Größe eines Kamerasensors.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 64, as generators like.</source>
        <translation>Breite und Höhe sind Vielfache von 64, wie bei Generatoren üblich.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 16.</source>
        <translation>Breite und Höhe sind Vielfache von 16.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 8.</source>
        <translation>Breite und Höhe sind Vielfache von 8.</translation>
    </message>
    <message>
        <source>Few generators write a picture of this size.</source>
        <translation>Wenige Generatoren schreiben Bilder dieser Größe.</translation>
    </message>
    <message>
        <source>The picture is square.</source>
        <translation>Das Bild ist quadratisch.</translation>
    </message>
    <message>
        <source>The picture has the shape that phones take (4 to 3).</source>
        <translation>Das Bild hat das Format von Telefonen (4 zu 3).</translation>
    </message>
    <message>
        <source>The picture has the shape that cameras take (3 to 2).</source>
        <translation>Das Bild hat das Format von Kameras (3 zu 2).</translation>
    </message>
    <message>
        <source>The picture has the shape of screens (16 to 9).</source>
        <translation>Das Bild hat das Format von Bildschirmen (16 zu 9).</translation>
    </message>
    <message>
        <source>The picture is large, as those of cameras.</source>
        <translation>Das Bild ist groß wie die von Kameras.</translation>
    </message>
    <message>
        <source>The file was written the way many generators write it.</source>
        <translation>Die Datei wurde so geschrieben, wie viele Generatoren es tun.</translation>
    </message>
    <message>
        <source>The file is a PNG, which no camera writes.</source>
        <translation>Die Datei ist ein PNG; keine Kamera schreibt das.</translation>
    </message>
    <message>
        <source>The file is a WebP, as web sites write it.</source>
        <translation>Die Datei ist ein WebP, wie Webseiten es schreiben.</translation>
    </message>
    <message>
        <source>An Adobe program saved the file.</source>
        <translation>Ein Programm von Adobe hat die Datei gespeichert.</translation>
    </message>
    <message>
        <source>The JPEG was written the way web sites write it.</source>
        <translation>Das JPEG wurde so geschrieben, wie Webseiten es tun.</translation>
    </message>
    <message>
        <source>The JPEG begins as those of cameras do.</source>
        <translation>Das JPEG beginnt wie die von Kameras.</translation>
    </message>
    <message>
        <source>The JPEG was compressed as cameras and Adobe&apos;s programs do.</source>
        <translation>Das JPEG wurde komprimiert, wie Kameras und Programme von Adobe es tun.</translation>
    </message>
    <message>
        <source>The JPEG keeps its colors at full resolution.</source>
        <translation>Das JPEG bewahrt seine Farben in voller Auflösung.</translation>
    </message>
    <message>
        <source>The JPEG stores colors the way cameras do.</source>
        <translation>Das JPEG speichert Farben, wie Kameras es tun.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries fit each other.</source>
        <translation>Die Einträge der Kamera passen zueinander.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries are incomplete.</source>
        <translation>Die Einträge der Kamera sind unvollständig.</translation>
    </message>
    <message>
        <source>Look at the place yourself, enlarged: a language model can describe what is not there.</source>
        <translation>Die Stelle selbst vergrößert ansehen: Ein Sprachmodell kann beschreiben, was nicht da ist.</translation>
    </message>
    <message>
        <source>Compare both areas at 200 %: a copy shares dust, noise and flaws.</source>
        <translation>Beide Bereiche bei 200 % vergleichen: Eine Kopie teilt Staub, Rauschen und Fehler.</translation>
    </message>
    <message>
        <source>Ask for the file as the camera wrote it; every save blurs this trace.</source>
        <translation>Nach der Datei fragen, wie die Kamera sie schrieb; jedes Speichern verwischt diese Spur.</translation>
    </message>
    <message>
        <source>Look along the area&apos;s edge with the loupe, and ask for an earlier copy of the picture.</source>
        <translation>Den Rand des Bereichs mit der Lupe absuchen und nach einer früheren Kopie des Bildes fragen.</translation>
    </message>
    <message>
        <source>Ask for the original file, or search the web for an earlier or larger copy.</source>
        <translation>Nach der Originaldatei fragen oder im Netz eine frühere oder größere Kopie suchen.</translation>
    </message>
    <message>
        <source>Ask the sender where the file comes from, and compare it with other files of that source.</source>
        <translation>Den Absender fragen, woher die Datei kommt, und sie mit anderen Dateien dieser Quelle vergleichen.</translation>
    </message>
    <message>
        <source>Texture and structure look like those of generated pictures.</source>
        <translation>Struktur und Aufbau sehen aus wie die erzeugter Bilder.</translation>
    </message>
    <message>
        <source>Texture and structure look like those of photographs.</source>
        <translation>Struktur und Aufbau sehen aus wie die von Fotos.</translation>
    </message>
    <message>
        <source>Texture and structure fit both photographs and generated pictures.</source>
        <translation>Struktur und Aufbau passen zu Fotos wie zu erzeugten Bildern.</translation>
    </message>
    <message>
        <source>The pixels and the form of the file carry this result only together.</source>
        <translation>Pixel und Form der Datei tragen dieses Ergebnis nur zusammen.</translation>
    </message>
    <message>
        <source>This looks as if a formula had made it, not a camera or a generator.</source>
        <translation>Das sieht aus, als hätte eine Formel es gemacht, weder Kamera noch Generator.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials were signed with a certificate that was not valid.</source>
        <translation>Die Content Credentials wurden mit einem ungültigen Zertifikat signiert.</translation>
    </message>
    <message>
        <source>The file holds credentials, but not the picture that they speak of.</source>
        <translation>Die Datei enthält Content Credentials, aber nicht das Bild, von dem sie sprechen.</translation>
    </message>
    <message>
        <source>A small picture in the file shows something else.</source>
        <translation>Ein kleines Bild in der Datei zeigt etwas anderes.</translation>
    </message>
    <message>
        <source>The picture is soft, which makes the language model less reliable.</source>
        <translation>Das Bild ist weich; das macht das Sprachmodell unzuverlässiger.</translation>
    </message>
    <message>
        <source>The picture is put together openly from several panels.</source>
        <translation>Das Bild ist offen aus mehreren Feldern zusammengesetzt.</translation>
    </message>
    <message>
        <source>Two panels show the same.</source>
        <translation>Zwei Felder zeigen dasselbe.</translation>
    </message>
    <message>
        <source>A panel, bar or frame was saved apart from the rest, as in open collages.</source>
        <translation>Ein Feld, Balken oder Rahmen wurde getrennt vom Rest gespeichert, wie in offenen Collagen.</translation>
    </message>
    <message>
        <source>The file gives two dates at which the picture was taken.</source>
        <translation>Die Datei nennt zwei Zeitpunkte der Aufnahme.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Below %1 % the program calls a picture a photograph, above %2 % fake, and between them it decides nothing. The probability refers to equal odds before the examination; it is not a proof.</source>
        <translation>Unter %1 % nennt das Programm ein Bild ein Foto, über %2 % eine Fälschung, dazwischen entscheidet es nichts. Die Wahrscheinlichkeit bezieht sich auf gleiche Chancen vor der Untersuchung; sie ist kein Beweis.</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <source>region x %1, y %2, %3 × %4 px</source>
        <translation>Bereich x %1, y %2, %3 × %4 px</translation>
    </message>
    <message>
        <source>No clue was found with the methods applied.</source>
        <translation>Mit den angewandten Verfahren wurde kein Hinweis gefunden.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>See the clues above.</source>
        <translation>Siehe die Hinweise oben.</translation>
    </message>
    <message>
        <source>Nothing conspicuous found; method applicable.</source>
        <translation>Nichts Auffälliges gefunden; Verfahren anwendbar.</translation>
    </message>
    <message>
        <source>Does not apply: %1</source>
        <translation>Nicht anwendbar: %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Usual on photographs</source>
        <translation>Üblich bei Fotos</translation>
    </message>
    <message>
        <source>File as received</source>
        <translation>Datei wie erhalten</translation>
    </message>
    <message>
        <source>Size and format</source>
        <translation>Größe und Format</translation>
    </message>
    <message>
        <source>%1 bytes, %2, %3 × %4 px upright, %5 bits</source>
        <translation>%1 Bytes, %2, %3 × %4 px aufrecht, %5 Bit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>The file states</source>
        <translation>Die Datei gibt an</translation>
    </message>
    <message>
        <source>camera: %1; taken: %2; software: %3; generator: %4</source>
        <translation>Kamera: %1; aufgenommen: %2; Software: %3; Generator: %4</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Content Credentials</translation>
    </message>
    <message>
        <source>none; their absence says nothing</source>
        <translation>keine; ihr Fehlen besagt nichts</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model SHA-256</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Frage an das Modell</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>Zum Wiederholen</translation>
    </message>
    <message>
        <source>The model&apos;s answer, verbatim</source>
        <translation>Die Antwort des Modells, wörtlich</translation>
    </message>
    <message>
        <source>The engine never saw the area x %1, y %2, %3 × %4 px (hatched).</source>
        <translation>Die Engine hat den Bereich x %1, y %2, %3 × %4 px nie gesehen (schraffiert).</translation>
    </message>
    <message>
        <source>Finding no trace does not establish that a picture is a photograph as taken.</source>
        <translation>Dass keine Spur gefunden wurde, belegt nicht, dass ein Bild ein unverändertes Foto ist.</translation>
    </message>
    <message>
        <source>Generators and editing methods that were not among the training and test pictures may go unnoticed; the model&apos;s record names what was covered.</source>
        <translation>Generatoren und Bearbeitungen, die nicht unter den Trainings- und Testbildern waren, können unbemerkt bleiben; das Protokoll des Modells nennt, was abgedeckt ist.</translation>
    </message>
    <message>
        <source>The file is compressed with loss, which hides fine traces; repeated saving hides more.</source>
        <translation>Die Datei ist verlustbehaftet komprimiert, das verdeckt feine Spuren; wiederholtes Speichern verdeckt mehr.</translation>
    </message>
    <message>
        <source>Exhibit %1: %2</source>
        <translation>Beweisstück %1: %2</translation>
    </message>
    <message>
        <source>Clues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Examiner&apos;s note</source>
        <translation>Notiz des Prüfers</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Limits of this result</source>
        <translation>Grenzen dieses Ergebnisses</translation>
    </message>
    <message>
        <source>Picture examination report</source>
        <translation>Bericht zur Bilduntersuchung</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Beweisstücke</translation>
    </message>
    <message>
        <source>Clueglass examined each picture for traces of generation and manipulation. A verdict is a probability with stated thresholds, not a proof; each exhibit&apos;s pages name the clues, where they are, who says them and what limits the result. The files were only read.</source>
        <translation>Clueglass hat jedes Bild auf Spuren von Erzeugung und Manipulation untersucht. Ein Urteil ist eine Wahrscheinlichkeit mit genannten Schwellen, kein Beweis; die Seiten jedes Beweisstücks nennen die Hinweise, ihren Ort, wer sie gibt und was das Ergebnis begrenzt. Die Dateien wurden nur gelesen.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>The file has changed since it was examined; it is not shown. The result below is for the bytes with the SHA-256 stated.</source>
        <translation>Die Datei hat sich seit der Untersuchung geändert und wird nicht gezeigt. Das Ergebnis unten gilt für die Bytes mit dem genannten SHA-256.</translation>
    </message>
    <message>
        <source>The file can no longer be read, so it is not shown: %1</source>
        <translation>Die Datei lässt sich nicht mehr lesen und wird daher nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Support for each kind of fake: %1.</source>
        <translation>Stützung jeder Art von Fälschung: %1.</translation>
    </message>
    <message>
        <source>and %1 more regions</source>
        <translation>und %1 weitere Bereiche</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The picture as examined</source>
        <translation>Das Bild, wie es untersucht wurde</translation>
    </message>
    <message>
        <source>The same with the engine&apos;s map and the regions of the numbered clues</source>
        <translation>Dasselbe mit der Karte der Engine und den Bereichen der nummerierten Hinweise</translation>
    </message>
    <message>
        <source>Map: %1 (blue; lower values are not drawn) to %2 (yellow: stands out most), laid over the picture at %3 % opacity.</source>
        <translation>Karte: %1 (blau; niedrigere Werte sind nicht gezeichnet) bis %2 (gelb: fällt am meisten auf), mit %3 % Deckkraft über das Bild gelegt.</translation>
    </message>
    <message>
        <source>Hatched and darkened: never seen by the engine.</source>
        <translation>Schraffiert und abgedunkelt: von der Engine nie gesehen.</translation>
    </message>
    <message>
        <source>File and SHA-256</source>
        <translation>Datei und SHA-256</translation>
    </message>
    <message>
        <source>Outside the usual range, but no clue rests on it; method applicable.</source>
        <translation>Außerhalb des üblichen Bereichs, aber kein Hinweis stützt sich darauf; Verfahren anwendbar.</translation>
    </message>
    <message>
        <source>There is no map with this result, and no clue has a region: nothing is drawn over the picture.</source>
        <translation>Zu diesem Ergebnis gibt es keine Karte, und kein Hinweis hat einen Bereich: Über das Bild ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Not examined, and why</source>
        <translation>Nicht untersucht, und warum</translation>
    </message>
    <message>
        <source>Regions of a model&apos;s sentences show where it looked while it said them, to about one of its image cells. Only a check by occlusion tells whether the place matters to the sentence, and no check tells whether the sentence is true.</source>
        <translation>Stellen zu Sätzen eines Modells zeigen, wohin es beim Sagen sah, auf etwa eine seiner Bildzellen genau. Nur eine Prüfung durch Verdecken sagt, ob die Stelle für den Satz zählt, und keine Prüfung sagt, ob der Satz stimmt.</translation>
    </message>
    <message>
        <source>Dashed outline: where the model looked; nobody checked whether the place matters. Regions that a check did not support are not drawn.</source>
        <translation>Gestrichelter Umriss: wohin das Modell sah; niemand prüfte, ob die Stelle zählt. Stellen, die eine Prüfung nicht stützte, sind nicht gezeichnet.</translation>
    </message>
    <message>
        <source>What the examiner marked in the picture</source>
        <translation>Was der Untersuchende im Bild markiert hat</translation>
    </message>
    <message>
        <source>The same with the engine&apos;s map, the regions of the numbered clues, and what the examiner marked (A1, A2 …)</source>
        <translation>Dasselbe mit der Karte der Engine, den Bereichen der nummerierten Hinweise und dem, was der Untersuchende markiert hat (A1, A2 …)</translation>
    </message>
    <message>
        <source>There is no map with this result; only regions and marks are drawn.</source>
        <translation>Zu diesem Ergebnis gibt es keine Karte; nur Bereiche und Markierungen sind eingezeichnet.</translation>
    </message>
    <message>
        <source>kept elsewhere, not fetched</source>
        <translation>liegen anderswo, nicht geholt</translation>
    </message>
    <message>
        <source>present, not checked</source>
        <translation>vorhanden, nicht geprüft</translation>
    </message>
    <message>
        <source>present, do not hold</source>
        <translation>vorhanden, halten nicht stand</translation>
    </message>
    <message>
        <source>intact; the signer is on no given list</source>
        <translation>unversehrt; der Unterzeichner steht auf keiner angegebenen Liste</translation>
    </message>
    <message>
        <source>intact; the signer is on a given list</source>
        <translation>unversehrt; der Unterzeichner steht auf einer angegebenen Liste</translation>
    </message>
    <message>
        <source>Signed at %1 by the time stamp of %2, which is on a given list.</source>
        <translation>Signiert um %1 nach dem Zeitstempel von %2, der auf einer angegebenen Liste steht.</translation>
    </message>
    <message>
        <source>Signed at %1 by the time stamp of %2, which is on none of the given lists.</source>
        <translation>Signiert um %1 nach dem Zeitstempel von %2, der auf keiner angegebenen Liste steht.</translation>
    </message>
    <message>
        <source>source type %1</source>
        <translation>Quelltyp %1</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>made from %1</source>
        <translation>gemacht aus %1</translation>
    </message>
    <message>
        <source>contains %1</source>
        <translation>enthält %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>verwendete %1</translation>
    </message>
    <message>
        <source>Not covered by the signature: %1 bytes from %2. %3</source>
        <translation>Von der Signatur nicht erfasst: %1 Bytes ab %2. %3</translation>
    </message>
    <message>
        <source>Form of the question</source>
        <translation>Form der Frage</translation>
    </message>
    <message>
        <source>Probability of a fake, asked so</source>
        <translation>Wahrscheinlichkeit einer Fälschung, so gefragt</translation>
    </message>
    <message>
        <source>an identity is stated, which was not verified</source>
        <translation>eine Identität ist angegeben, die nicht geprüft wurde</translation>
    </message>
    <message>
        <source>check failed: %1</source>
        <translation>Prüfung misslungen: %1</translation>
    </message>
    <message>
        <source>Metadata are quoted as the file states them. Content Credentials were checked with what the file holds and the given lists; no network was used.</source>
        <translation>Metadaten werden angeführt, wie die Datei sie angibt. Content Credentials wurden mit dem geprüft, was die Datei enthält, und mit den angegebenen Listen; das Netz wurde nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>SharedVerdict</name>
    <message>
        <source>%1: %2 Examined by the %3 engine of Clueglass %4; a probability, not a proof.</source>
        <extracomment>%1 file, %2 a whole sentence with the verdict, %3 and %4 engine and program version</extracomment>
        <translation>%1: %2 Untersucht mit der Engine %3 von Clueglass %4; eine Wahrscheinlichkeit, kein Beweis.</translation>
    </message>
</context>
<context>
    <name>SplitLine</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Mit Befunden</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Preparing the picture</source>
        <translation>Das Bild wird vorbereitet</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Das Bild wird angesehen</translation>
    </message>
    <message>
        <source>Reading the question</source>
        <translation>Die Frage wird gelesen</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Die Antwort entsteht</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>.</source>
        <extracomment>The decimal separator of your language: &quot;.&quot; or &quot;,&quot;.</extracomment>
        <translation>,</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Fake</source>
        <translation>Fälschung</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>P</source>
        <comment>badge</comment>
        <extracomment>One letter for &quot;Photograph&quot; on a badge</extracomment>
        <translation>P</translation>
    </message>
    <message>
        <source>F</source>
        <comment>badge</comment>
        <extracomment>One letter for &quot;Fake&quot; on a badge</extracomment>
        <translation>F</translation>
    </message>
    <message>
        <source>AI-generated</source>
        <translation>KI-erzeugt</translation>
    </message>
    <message>
        <source>Face swap</source>
        <translation>Gesichtstausch</translation>
    </message>
    <message>
        <source>Splice</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Copy-move</source>
        <translation>Kopierte Stelle</translation>
    </message>
    <message>
        <source>Inpainting</source>
        <translation>Inpainting</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Unknown manner</source>
        <translation>Unbekannte Art</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Scenery</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>Mensch</translation>
    </message>
    <message>
        <source>Satellite picture</source>
        <translation>Satellitenbild</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation>Nicht bestimmt</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometrie</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>Beleuchtung</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>Neuabtastung</translation>
    </message>
    <message>
        <source>Duplication</source>
        <translation>Verdopplung</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>said by the model</source>
        <translation>vom Modell gesagt</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>stated by the file</source>
        <translation>laut Datei</translation>
    </message>
    <message>
        <source>toward fake</source>
        <translation>Richtung Fälschung</translation>
    </message>
    <message>
        <source>toward photograph</source>
        <translation>Richtung Foto</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>Error level</source>
        <translation>Restfehler (ELA)</translation>
    </message>
    <message>
        <source>JPEG ghosts</source>
        <translation>JPEG-Geister</translation>
    </message>
    <message>
        <source>Double quantization</source>
        <translation>Doppelte Quantisierung</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>Rauschpegel</translation>
    </message>
    <message>
        <source>Color filter array</source>
        <translation>Farbfilter-Mosaik</translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation>Leistungsspektrum</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lesen der Datei</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Laden der Engine</translation>
    </message>
    <message>
        <source>Preparing plots</source>
        <translation>Vorbereiten der Diagramme</translation>
    </message>
    <message>
        <source>Reading metadata</source>
        <translation>Lesen der Metadaten</translation>
    </message>
    <message>
        <source>Fake, with a probability of %1 %.</source>
        <translation>Fälschung, mit einer Wahrscheinlichkeit von %1 %.</translation>
    </message>
    <message>
        <source>The engine as a whole</source>
        <translation>Die Engine insgesamt</translation>
    </message>
    <message>
        <source>Checking the regions</source>
        <translation>Prüfen der Regionen</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>Alles zusammen</translation>
    </message>
    <message>
        <source>Fine texture</source>
        <translation>Feine Textur</translation>
    </message>
    <message>
        <source>Foreign parts</source>
        <translation>Fremde Teile</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Form der Datei</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Stated by the file</source>
        <translation>Angabe der Datei</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Wasserzeichen</translation>
    </message>
    <message>
        <source>Signed credentials</source>
        <translation>Signierte Angaben</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Such a statement is not signed: it can be added or removed by hand.</source>
        <translation>Eine solche Angabe ist nicht signiert: Sie lässt sich von Hand hinzufügen und entfernen.</translation>
    </message>
    <message>
        <source>A program can put such a mark into any picture, and strong changes of the picture remove it.</source>
        <translation>Ein Programm kann ein solches Zeichen in jedes Bild setzen, und starke Änderungen des Bildes entfernen es.</translation>
    </message>
    <message>
        <source>A signed statement can be removed, but not changed unnoticed.</source>
        <translation>Eine signierte Angabe lässt sich entfernen, aber nicht unbemerkt ändern.</translation>
    </message>
    <message>
        <source>Fake, by a watermark: the pixels carry the one of %1.</source>
        <translation>Fälschung, durch ein Wasserzeichen: Die Pixel tragen das von %1.</translation>
    </message>
    <message>
        <source>Photograph, signed by %1 as taken with a camera.</source>
        <translation>Foto, von %1 als Aufnahme einer Kamera signiert.</translation>
    </message>
    <message>
        <source>Fake in part, signed by %1 as changed with a generator.</source>
        <translation>Teilweise Fälschung, von %1 als mit einem Generator geändert signiert.</translation>
    </message>
    <message>
        <source>Fake, signed by %1 as made by a generator.</source>
        <translation>Fälschung, von %1 als Werk eines Generators signiert.</translation>
    </message>
    <message>
        <source>Fake in part, stated by the file: it declares generated parts.</source>
        <translation>Teilweise Fälschung, Angabe der Datei: Sie nennt erzeugte Teile.</translation>
    </message>
    <message>
        <source>Fake, stated by the file: it declares a generator as its origin.</source>
        <translation>Fälschung, Angabe der Datei: Sie nennt einen Generator als Ursprung.</translation>
    </message>
    <message>
        <source>Fake in part, stated by the file: it was changed with %1.</source>
        <translation>Teilweise Fälschung, Angabe der Datei: Sie wurde mit %1 geändert.</translation>
    </message>
    <message>
        <source>Fake, stated by the file: it names %1.</source>
        <translation>Fälschung, Angabe der Datei: Sie nennt %1.</translation>
    </message>
    <message>
        <source>Without that, the probability of a fake is %1 %.</source>
        <translation>Ohne diese Angabe beträgt die Wahrscheinlichkeit einer Fälschung %1 %.</translation>
    </message>
    <message>
        <source>Without that, there is no verdict.</source>
        <translation>Ohne diese Angabe gibt es kein Urteil.</translation>
    </message>
    <message>
        <source>Inconclusive: this picture cannot be judged from its pixels.</source>
        <translation>Unentschieden: Dieses Bild lässt sich aus seinen Pixeln nicht beurteilen.</translation>
    </message>
    <message>
        <source>Inconclusive, leaning toward generated (probability of a fake %1 %).</source>
        <translation>Unentschieden, eher erzeugt (Wahrscheinlichkeit einer Fälschung %1 %).</translation>
    </message>
    <message>
        <source>Inconclusive, leaning toward a photograph (probability of a fake %1 %).</source>
        <translation>Unentschieden, eher ein Foto (Wahrscheinlichkeit einer Fälschung %1 %).</translation>
    </message>
    <message>
        <source>Inconclusive: the evidence points neither way (probability of a fake %1 %).</source>
        <translation>Unentschieden: Die Befunde weisen in keine Richtung (Wahrscheinlichkeit einer Fälschung %1 %).</translation>
    </message>
    <message>
        <source>No sign of generation found (probability of a fake %1 %).</source>
        <translation>Kein Anzeichen von Erzeugung gefunden (Wahrscheinlichkeit einer Fälschung %1 %).</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Structure of the whole</source>
        <translation>Struktur des Ganzen</translation>
    </message>
</context>
<context>
    <name>app::desktop::Composition</name>
    <message>
        <source>The engine could not start: %1</source>
        <translation>Die Engine konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>Examinations will be slow: the system uses the reference BLAS (%1). Install the package libopenblas0-openmp, which makes them 30 times faster.</source>
        <translation>Untersuchungen werden langsam: Das System benutzt das Referenz-BLAS (%1). Installieren Sie das Paket libopenblas0-openmp, damit werden sie 30-mal schneller.</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>%1 could not be loaded; the engine in use is: %2. The reason: %3</source>
        <translation>%1 konnte nicht geladen werden; in Gebrauch ist: %2. Der Grund: %3</translation>
    </message>
</context>
<context>
    <name>ui::annotation::AnnotationDesk</name>
    <message>
        <source>&amp;Draw and change annotations</source>
        <translation>Anmerkungen &amp;zeichnen und ändern</translation>
    </message>
    <message>
        <source>The &amp;last shape again</source>
        <translation>&amp;Letzte Form noch einmal</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Zoom to it</source>
        <translation>&amp;Heranzoomen</translation>
    </message>
    <message>
        <source>E&amp;xport as COCO…</source>
        <translation>Als &amp;COCO ausgeben …</translation>
    </message>
    <message>
        <source>Export for &amp;labelme…</source>
        <translation>Für l&amp;abelme ausgeben …</translation>
    </message>
    <message>
        <source>&amp;Import COCO or labelme…</source>
        <translation>COCO oder labelme &amp;einlesen …</translation>
    </message>
    <message>
        <source>Exported: %1 annotations of %2 pictures.</source>
        <translation>Ausgegeben: Anmerkungen: %1, Bilder: %2.</translation>
    </message>
    <message>
        <source>Imported: %1 annotations; left out, because the picture or the shape is unknown or the size differs: %2.</source>
        <translation>Eingelesen: Anmerkungen: %1; ausgelassen, weil Bild oder Form unbekannt sind oder die Größe abweicht: %2.</translation>
    </message>
    <message>
        <source>Open a case first: annotations are kept in cases.</source>
        <translation>Öffnen Sie zuerst einen Fall: Anmerkungen werden in Fällen aufbewahrt.</translation>
    </message>
    <message>
        <source>Export annotations as COCO</source>
        <translation>Anmerkungen als COCO ausgeben</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
    <message>
        <source>Folder for labelme&apos;s files</source>
        <translation>Ordner für die Dateien von labelme</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Anmerkungen einlesen</translation>
    </message>
    <message>
        <source>COCO or labelme (*.json)</source>
        <translation>COCO oder labelme (*.json)</translation>
    </message>
    <message>
        <source>Annotations are kept in a case. Make one with File, New case: it takes in the pictures that are open, with their results.</source>
        <translation>Anmerkungen werden in einem Fall aufbewahrt. Legen Sie mit Datei, Neuer Fall einen an: Er nimmt die geöffneten Bilder samt Ergebnissen auf.</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>&amp;Bezeichnungen…</translation>
    </message>
</context>
<context>
    <name>ui::annotation::AnnotationPanel</name>
    <message>
        <source>Clue %1: %2</source>
        <extracomment>%1 number of a clue, %2 its sentence</extracomment>
        <translation>Hinweis %1: %2</translation>
    </message>
    <message>
        <source>Measurement: %1</source>
        <translation>Messung: %1</translation>
    </message>
    <message>
        <source>Nothing is drawn on this picture. Choose a shape in the Annotate menu and drag over the picture; Escape ends drawing.</source>
        <translation>Auf diesem Bild ist nichts gezeichnet. Wählen Sie im Menü Anmerken eine Form und ziehen Sie sie über dem Bild auf; Escape beendet das Zeichnen.</translation>
    </message>
    <message>
        <source>Annotations of this picture</source>
        <translation>Anmerkungen zu diesem Bild</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Bezeichnung:</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>&amp;Kommentar:</translation>
    </message>
    <message>
        <source>Linked &amp;to:</source>
        <translation>Ver&amp;knüpft mit:</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ui::annotation::LabelListDialog</name>
    <message>
        <source>Labels for annotations</source>
        <translation>Bezeichnungen für Anmerkungen</translation>
    </message>
    <message>
        <source>These are offered when an annotation is labeled. What is drawn already keeps its label. F2 renames.</source>
        <translation>Diese werden angeboten, wenn eine Anmerkung bezeichnet wird. Was schon gezeichnet ist, behält seine Bezeichnung. F2 benennt um.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>De&amp;faults</source>
        <translation>&amp;Vorgaben</translation>
    </message>
</context>
<context>
    <name>ui::cases::CaseDesk</name>
    <message>
        <source>Taking in %1 of %2: %3</source>
        <translation>Aufnahme von %1 von %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found again and have the bytes of their intake.</source>
        <translation>
            <numerusform>%n Bild wurde wiedergefunden und hat die Bytes seiner Aufnahme.</numerusform>
            <numerusform>%n Bilder wurden wiedergefunden und haben die Bytes ihrer Aufnahme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>%n Bild fehlt noch.</numerusform>
            <numerusform>%n Bilder fehlen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>unnamed examiner</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation>Fallordner öffnen</translation>
    </message>
    <message>
        <source>Folder in which the missing pictures are now</source>
        <translation>Ordner, in dem die fehlenden Bilder jetzt liegen</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be taken in.</source>
        <translation>
            <numerusform>%n weitere Datei konnte nicht aufgenommen werden.</numerusform>
            <numerusform>%n weitere Dateien konnten nicht aufgenommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these pictures are in the case already.</source>
        <translation>Alle diese Bilder sind schon im Fall.</translation>
    </message>
    <message>
        <source>No case was open before</source>
        <translation>Bisher war kein Fall geöffnet</translation>
    </message>
    <message>
        <source>Folder whose new pictures come into the case</source>
        <translation>Ordner, dessen neue Bilder in den Fall kommen</translation>
    </message>
</context>
<context>
    <name>ui::cases::FolderWatch</name>
    <message>
        <source>The name of %1 is not valid UTF-8, so it is not taken in. Rename it, or take it in as a copy on the command line.</source>
        <translation>Der Name von %1 ist kein gültiges UTF-8; die Datei wird nicht aufgenommen. Benennen Sie sie um oder nehmen Sie sie auf der Befehlszeile als Kopie auf.</translation>
    </message>
    <message>
        <source>%1 changed after it was taken in; it is taken in again.</source>
        <translation>%1 hat sich nach der Aufnahme geändert und wird noch einmal aufgenommen.</translation>
    </message>
    <message>
        <source>%1 lacks its end, and nothing was added to it for a minute; it is taken in as it is.</source>
        <translation>%1 fehlt das Ende, und eine Minute lang kam nichts hinzu; die Datei wird aufgenommen, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>ui::cases::NewCaseDialog</name>
    <message>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder for the case</source>
        <translation>Ordner für den Fall wählen</translation>
    </message>
    <message>
        <source>Leave them where they are and refer to them</source>
        <translation>Am Ort lassen und darauf verweisen</translation>
    </message>
    <message>
        <source>Keep read-only copies in the case</source>
        <translation>Schreibgeschützte Kopien im Fall aufbewahren</translation>
    </message>
    <message numerus="yes">
        <source>Take in the %n picture(s) that are open now</source>
        <translation>
            <numerusform>Das %n geöffnete Bild aufnehmen</numerusform>
            <numerusform>Die %n geöffneten Bilder aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>In &amp;folder</source>
        <translation>In &amp;Ordner</translation>
    </message>
    <message>
        <source>Picture files</source>
        <translation>Bilddateien</translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation>Fall anlegen</translation>
    </message>
    <message>
        <source>Folder for the case</source>
        <translation>Ordner für den Fall</translation>
    </message>
    <message>
        <source>Give the case a name that can be a folder&apos;s name.</source>
        <translation>Geben Sie dem Fall einen Namen, den ein Ordner tragen kann.</translation>
    </message>
    <message>
        <source>Choose the folder in which the case is made.</source>
        <translation>Wählen Sie den Ordner, in dem der Fall angelegt wird.</translation>
    </message>
    <message>
        <source>There is something at %1 already.</source>
        <translation>Unter %1 gibt es schon etwas.</translation>
    </message>
</context>
<context>
    <name>ui::cases::ScratchDesk</name>
    <message>
        <source>%1 unsaved pictures</source>
        <translation>%1 ungesicherte Bilder</translation>
    </message>
    <message>
        <source>Save as case</source>
        <translation>Als Fall sichern</translation>
    </message>
    <message>
        <source>Discard the unsaved pictures?</source>
        <translation>Ungesicherte Bilder verwerfen?</translation>
    </message>
    <message>
        <source>Their results, ratings, notes and annotations are deleted. The picture files themselves stay where they are.</source>
        <translation>Ihre Ergebnisse, Bewertungen, Notizen und Anmerkungen werden gelöscht. Die Bilddateien selbst bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep these pictures?</source>
        <translation>Diese Bilder behalten?</translation>
    </message>
    <message>
        <source>They are not saved as a case yet.</source>
        <translation>Sie sind noch nicht als Fall gesichert.</translation>
    </message>
    <message>
        <source>Save as case…</source>
        <translation>Als Fall sichern …</translation>
    </message>
</context>
<context>
    <name>ui::clues::ClueDelegate</name>
    <message>
        <source>What to do: %1</source>
        <translation>Was tun: %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>ui::clues::ClueListModel</name>
    <message>
        <source>Clue %1: %2 %3</source>
        <translation>Hinweis %1: %2 %3</translation>
    </message>
    <message>
        <source>strength %1 %</source>
        <translation>Stärke %1 %</translation>
    </message>
</context>
<context>
    <name>ui::clues::CluePanel</name>
    <message>
        <source>Clues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Check this region</source>
        <translation>Diese Stelle prüfen</translation>
    </message>
    <message>
        <source>Check all regions</source>
        <translation>Alle Stellen prüfen</translation>
    </message>
    <message>
        <source>Removes the region from the picture and asks how readily the model still says the sentence, beside equally large other places. This takes many times as long as the answer.</source>
        <translation>Entfernt die Stelle aus dem Bild und fragt, wie bereitwillig das Modell den Satz noch sagt, neben gleich großen anderen Stellen. Das dauert ein Vielfaches der Antwort.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>What speaks for and against</source>
        <translation>Was dafür und dagegen spricht</translation>
    </message>
    <message>
        <source>No method found anything unusual.</source>
        <translation>Keine Methode hat etwas Ungewöhnliches gefunden.</translation>
    </message>
</context>
<context>
    <name>ui::clues::OriginBanner</name>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation>Startwert: %1</translation>
    </message>
    <message>
        <source>Made from another picture.</source>
        <translation>Aus einem anderen Bild gemacht.</translation>
    </message>
    <message>
        <source>Not wanted: %1</source>
        <translation>Nicht gewünscht: %1</translation>
    </message>
    <message>
        <source>What is stated about the origin</source>
        <translation>Was zur Herkunft angegeben ist</translation>
    </message>
    <message>
        <source>Show the whole prompt…</source>
        <translation>Ganze Eingabe zeigen …</translation>
    </message>
    <message>
        <source>Prompt: “%1”</source>
        <translation>Eingabe: „%1“</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>Steht in: %1</translation>
    </message>
    <message>
        <source>What the file says about its making</source>
        <translation>Was die Datei über ihre Entstehung sagt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ui::clues::VerdictCard</name>
    <message>
        <source>Get the original file</source>
        <translation>Originaldatei besorgen</translation>
    </message>
    <message>
        <source>The file as the camera or the generator wrote it holds the most traces; messengers and web sites remove them.</source>
        <translation>Die Datei, wie Kamera oder Generator sie schrieben, hält die meisten Spuren; Messenger und Webseiten entfernen sie.</translation>
    </message>
    <message>
        <source>Get a larger copy</source>
        <translation>Größere Kopie besorgen</translation>
    </message>
    <message>
        <source>Small pictures hold too little to measure.</source>
        <translation>Kleine Bilder enthalten zu wenig Messbares.</translation>
    </message>
    <message>
        <source>Get a complete copy</source>
        <translation>Vollständige Kopie besorgen</translation>
    </message>
    <message>
        <source>This file breaks off before its end.</source>
        <translation>Diese Datei bricht vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>Ask another engine</source>
        <translation>Andere Engine fragen</translation>
    </message>
    <message>
        <source>A language model looks at what the picture shows, which measurements cannot.</source>
        <translation>Ein Sprachmodell betrachtet, was das Bild zeigt; Messungen können das nicht.</translation>
    </message>
    <message>
        <source>Probability of a fake: %1 %</source>
        <translation>Wahrscheinlichkeit einer Fälschung: %1 %</translation>
    </message>
    <message>
        <source>Points to: %1</source>
        <translation>Deutet auf: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
    <message>
        <source>The picture as a whole: %1</source>
        <translation>Das Bild als Ganzes: %1</translation>
    </message>
</context>
<context>
    <name>ui::clues::VerdictGauge</name>
    <message>
        <source>%1 % fake; photograph below %2 %, fake above %3 %</source>
        <translation>%1 % Fälschung; Foto unter %2 %, Fälschung über %3 %</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>From photograph to generated</source>
        <translation>Von Foto bis erzeugt</translation>
    </message>
    <message>
        <source>Without a verdict the scale does not count.</source>
        <translation>Ohne Urteil zählt die Skala nicht.</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>zählt nicht</translation>
    </message>
</context>
<context>
    <name>ui::comparison::ComparisonWindow</name>
    <message>
        <source>Comparison – Clueglass</source>
        <translation>Vergleich – Clueglass</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Bild %1: %2</translation>
    </message>
    <message>
        <source>How the pictures are compared</source>
        <translation>Wie die Bilder verglichen werden</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Edge to drag</source>
        <translation>Kante zum Ziehen</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>&amp;Move together</source>
        <translation>Ge&amp;meinsam bewegen</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>Verstärkung des Unterschieds</translation>
    </message>
    <message>
        <source>Opacity of the second picture</source>
        <translation>Deckkraft des zweiten Bildes</translation>
    </message>
    <message>
        <source>Place of the edge</source>
        <translation>Lage der Kante</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-fach</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ui::engines::EngineDesk</name>
    <message>
        <source>Choose the engine</source>
        <translation>Die Engine wählen</translation>
    </message>
    <message>
        <source>Loading %1: %2 %</source>
        <translation>%1 wird geladen: %2 %</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>Engine: %1</translation>
    </message>
    <message>
        <source>The engine is loaded with the first picture</source>
        <translation>Die Engine wird mit dem ersten Bild geladen</translation>
    </message>
</context>
<context>
    <name>ui::engines::EngineDialog</name>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>Drop the folder of a FakeVLM checkpoint here, or choose it.</source>
        <translation>Ziehen Sie den Ordner eines FakeVLM-Checkpoints hierher, oder wählen Sie ihn.</translation>
    </message>
    <message>
        <source>&amp;Add checkpoint folder…</source>
        <translation>Checkpoint-Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Check the folder</source>
        <translation>Ordner &amp;prüfen</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>The folder is being checked</source>
        <translation>Der Ordner wird geprüft</translation>
    </message>
    <message>
        <source>&amp;Use this engine</source>
        <translation>Diese Engine &amp;verwenden</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Die Engine wird geladen</translation>
    </message>
    <message>
        <source>Cancel &amp;loading</source>
        <translation>&amp;Laden abbrechen</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation>Checkpoint-Ordner</translation>
    </message>
    <message>
        <source>%1 is being loaded; it takes over when the picture in progress is done.</source>
        <translation>%1 wird geladen und übernimmt, wenn das laufende Bild fertig ist.</translation>
    </message>
    <message>
        <source>This engine is in use. Pictures that are already examined keep their result.</source>
        <translation>Diese Engine ist in Gebrauch. Schon untersuchte Bilder behalten ihr Ergebnis.</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>In Gebrauch: %1</translation>
    </message>
    <message>
        <source>Choose the &amp;base model&apos;s folder…</source>
        <translation>Ordner des &amp;Grundmodells wählen…</translation>
    </message>
    <message>
        <source>Base model&apos;s folder</source>
        <translation>Ordner des Grundmodells</translation>
    </message>
    <message>
        <source>Base model: %1</source>
        <translation>Grundmodell: %1</translation>
    </message>
</context>
<context>
    <name>ui::engines::ModelCheckView</name>
    <message>
        <source>%1 billion</source>
        <translation>%1 Milliarden</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>Ready to use.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>Not ready: something is missing.</source>
        <translation>Nicht bereit: Es fehlt etwas.</translation>
    </message>
    <message>
        <source>Not ready: this folder cannot be used as it is.</source>
        <translation>Nicht bereit: Dieser Ordner ist so nicht brauchbar.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>Stored as %1, %2</source>
        <translation>Gespeichert als %1, %2</translation>
    </message>
    <message>
        <source>Memory needed, by precision: %1</source>
        <translation>Nötiger Speicher je Genauigkeit: %1</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Files of the checkpoint</source>
        <translation>Dateien des Checkpoints</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ui::gallery::FilterChips</name>
    <message>
        <source>No longer only: %1, %2</source>
        <translation>Nicht mehr nur: %1, %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>Alle Filter wegnehmen</translation>
    </message>
</context>
<context>
    <name>ui::gallery::FilterPopup</name>
    <message>
        <source>Values to filter by</source>
        <translation>Werte, nach denen gefiltert wird</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryArrangement</name>
    <message>
        <source>No camera named</source>
        <translation>Keine Kamera genannt</translation>
    </message>
    <message>
        <source>Not examined yet</source>
        <translation>Noch nicht untersucht</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryBar</name>
    <message>
        <source>Search names, tags, clues, notes, hashes</source>
        <translation>Namen, Schlagwörter, Hinweise, Notizen, Hashes suchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only pictures with chosen properties</source>
        <translation>Nur Bilder mit gewählten Eigenschaften zeigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Fakes first</source>
        <translation>Fälschungen zuerst</translation>
    </message>
    <message>
        <source>Photographs first</source>
        <translation>Fotografien zuerst</translation>
    </message>
    <message>
        <source>Disagreement first</source>
        <translation>Widersprüche zuerst</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Beste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Not reviewed first</source>
        <translation>Nicht gesichtete zuerst</translation>
    </message>
    <message>
        <source>Latest first, by time taken</source>
        <translation>Neueste Aufnahmen zuerst</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>No stacks</source>
        <translation>Keine Stapel</translation>
    </message>
    <message>
        <source>Stacks by folder</source>
        <translation>Stapel nach Ordnern</translation>
    </message>
    <message>
        <source>Stacks by camera</source>
        <translation>Stapel nach Kameras</translation>
    </message>
    <message>
        <source>Stacks of near duplicates</source>
        <translation>Stapel fast gleicher Bilder</translation>
    </message>
    <message>
        <source>Stacks by verdict</source>
        <translation>Stapel nach Urteil</translation>
    </message>
    <message>
        <source>Largest files first</source>
        <translation>Größte Dateien zuerst</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryPanel</name>
    <message>
        <source>%1 of %2 shown, %3 seen</source>
        <translation>%1 von %2 gezeigt, %3 gesehen</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 reviewed</source>
        <translation>%1 von %2 gezeigt, %3 geprüft</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>Kein Bild passt.</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>ui::gallery::SavedViews</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>Diesen Filter &amp;speichern…</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name for this search, filter, order and stacks:</source>
        <translation>Name für Suche, Filter, Reihenfolge und Stapel:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ui::main_window::MainActions</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>Bilder &amp;öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste pictures</source>
        <translation>Bilder &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Export PDF report…</source>
        <translation>&amp;PDF-Bericht exportieren …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Pause or &amp;resume</source>
        <translation>Anhalten oder &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel all</source>
        <translation>Alles &amp;abbrechen</translation>
    </message>
    <message>
        <source>Re&amp;try failed</source>
        <translation>Fehlgeschlagene &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy the verdict as a sentence</source>
        <translation>Urteil als Satz &amp;kopieren</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Show the &amp;thumbnails</source>
        <translation>&amp;Vorschaubilder zeigen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Clueglass</source>
        <translation>Ü&amp;ber Clueglass</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>E&amp;ngines…</source>
        <translation>E&amp;ngines…</translation>
    </message>
    <message>
        <source>E&amp;xamine again</source>
        <translation>Er&amp;neut untersuchen</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Neuer Fall …</translation>
    </message>
    <message>
        <source>Open &amp;case…</source>
        <translation>&amp;Fall öffnen …</translation>
    </message>
    <message>
        <source>C&amp;lose the case</source>
        <translation>Fall &amp;schließen</translation>
    </message>
    <message>
        <source>Find &amp;missing pictures again…</source>
        <translation>&amp;Fehlende Bilder wiederfinden …</translation>
    </message>
    <message>
        <source>Next unre&amp;viewed picture</source>
        <translation>Nächstes &amp;ungeprüftes Bild</translation>
    </message>
    <message>
        <source>Previous &amp;unreviewed picture</source>
        <translation>&amp;Voriges ungeprüftes Bild</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>&amp;Letzte Fälle</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>P&amp;rüfung</translation>
    </message>
    <message>
        <source>&amp;Selected pictures and identical files</source>
        <translation>&amp;Ausgewählte Bilder und gleiche Dateien</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>An&amp;merken</translation>
    </message>
    <message>
        <source>&amp;Search the pictures</source>
        <translation>Bilder &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Filter the pictures</source>
        <translation>Bilder &amp;filtern</translation>
    </message>
    <message>
        <source>Filter and sort &amp;again</source>
        <translation>Ne&amp;u filtern und ordnen</translation>
    </message>
    <message>
        <source>&amp;Open or close the stack</source>
        <translation>Stapel ö&amp;ffnen oder schließen</translation>
    </message>
    <message>
        <source>Open or close a&amp;ll stacks</source>
        <translation>A&amp;lle Stapel öffnen oder schließen</translation>
    </message>
    <message>
        <source>Show all &amp;panels</source>
        <translation>Alle &amp;Bereiche zeigen</translation>
    </message>
    <message>
        <source>&amp;Compare pictures…</source>
        <translation>Bilder &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Watch a folder for new pictures…</source>
        <translation>Ordner auf neue Bilder &amp;beobachten …</translation>
    </message>
    <message>
        <source>&amp;First picture</source>
        <translation>&amp;Erstes Bild</translation>
    </message>
    <message>
        <source>&amp;Last picture</source>
        <translation>&amp;Letztes Bild</translation>
    </message>
    <message>
        <source>&amp;Go to picture…</source>
        <translation>&amp;Gehe zu Bild…</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>&amp;Größere Vorschaubilder</translation>
    </message>
    <message>
        <source>S&amp;maller thumbnails</source>
        <translation>&amp;Kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>Sa&amp;ve as case…</source>
        <translation>Als Fall &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Discard the unsaved pictures…</source>
        <translation>Ungesicherte Bilder &amp;verwerfen …</translation>
    </message>
</context>
<context>
    <name>ui::main_window::MainWindow</name>
    <message>
        <source>Clueglass</source>
        <translation>Clueglass</translation>
    </message>
    <message>
        <source>About Clueglass</source>
        <translation>Über Clueglass</translation>
    </message>
    <message>
        <source>Clueglass %1 tells photographs from generated and manipulated pictures and shows why.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Clueglass %1 unterscheidet Fotos von erzeugten und manipulierten Bildern und zeigt, warum.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif *.avif);;All files (*)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif *.avif);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>Let go to examine them; your files are only read.</source>
        <translation>Loslassen, um sie zu untersuchen; Ihre Dateien werden nur gelesen.</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Open a second picture to compare it with.</source>
        <translation>Öffnen Sie ein zweites Bild zum Vergleichen.</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>Beobachtet wird %1</translation>
    </message>
    <message>
        <source>Go to picture</source>
        <translation>Gehe zu Bild</translation>
    </message>
    <message>
        <source>Number of the picture, 1 to %1:</source>
        <translation>Nummer des Bildes, 1 bis %1:</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe</translation>
    </message>
    <message>
        <source>Not saved yet: save as case…</source>
        <translation>Noch nicht gesichert: als Fall sichern …</translation>
    </message>
    <message>
        <source>Results and decisions are kept on this computer until you save them as a case or discard them.</source>
        <translation>Ergebnisse und Entscheidungen bleiben auf diesem Rechner, bis sie als Fall gesichert oder verworfen werden.</translation>
    </message>
    <message>
        <source>The verdict was copied as a sentence.</source>
        <translation>Das Urteil wurde als Satz kopiert.</translation>
    </message>
    <message>
        <source>This is only an address. Save the picture first and drop the file.</source>
        <translation>Das ist nur eine Adresse. Erst das Bild speichern und dann die Datei ablegen.</translation>
    </message>
    <message>
        <source>not saved as a case</source>
        <translation>nicht als Fall gesichert</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (nur lesen)</translation>
    </message>
</context>
<context>
    <name>ui::main_window::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ui::main_window::PathScanner</name>
    <message>
        <source>The name of %1 is not valid UTF-8, so the window cannot open it. Rename it, or examine it on the command line.</source>
        <translation>Der Name von %1 ist kein gültiges UTF-8; das Fenster kann die Datei nicht öffnen. Benennen Sie sie um oder untersuchen Sie sie auf der Befehlszeile.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are hidden or no pictures by name and content; each has a row that says what it is.</source>
        <extracomment>%1 folder</extracomment>
        <translation>
            <numerusform>%n Datei in %1 ist versteckt oder nach Name und Inhalt kein Bild; sie hat eine Zeile, die sagt, was sie ist.</numerusform>
            <numerusform>%n Dateien in %1 sind versteckt oder nach Name und Inhalt keine Bilder; jede hat eine Zeile, die sagt, was sie ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::main_window::PictureIntake</name>
    <message>
        <source>There is no picture in what was opened.</source>
        <translation>In dem Geöffneten ist kein Bild.</translation>
    </message>
    <message>
        <source>There is neither a picture nor a file in it.</source>
        <translation>Darin ist weder ein Bild noch eine Datei.</translation>
    </message>
    <message>
        <source>This picture came without a file: what a file would tell about its origin is missing. It was kept as %1.</source>
        <translation>Dieses Bild kam ohne Datei: Was eine Datei über seinen Ursprung sagen würde, fehlt. Es wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Only the address of a picture came along, and this program never goes online. Save the picture in the browser (right click, “Save image as”) and drop the file here; the file also says more than the pixels.</source>
        <translation>Es kam nur die Adresse eines Bildes, und dieses Programm geht nie ins Netz. Das Bild im Browser speichern (Rechtsklick, „Bild speichern unter“) und die Datei hier ablegen; die Datei sagt auch mehr als die Pixel.</translation>
    </message>
</context>
<context>
    <name>ui::main_window::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Heat map opacity</source>
        <translation>Deckkraft der Wärmekarte</translation>
    </message>
    <message>
        <source>Alt and mouse wheel</source>
        <translation>Alt und Mausrad</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Drag, or Alt and arrow keys</source>
        <translation>Ziehen, oder Alt und Pfeiltasten</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>New key for the chosen action</source>
        <translation>Neue Taste für die gewählte Aktion</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 gehört zu „%2“. Geben Sie der Aktion zuerst eine andere Taste.</translation>
    </message>
    <message>
        <source>Bare picture and loupe for a moment</source>
        <translation>Bild ohne alles und Lupe für einen Moment</translation>
    </message>
    <message>
        <source>Hold their key</source>
        <translation>Ihre Taste halten</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>Bild seitwärts verschieben</translation>
    </message>
    <message>
        <source>Shift and mouse wheel</source>
        <translation>Umschalt und Mausrad</translation>
    </message>
    <message>
        <source>Move the picture while drawing</source>
        <translation>Bild beim Zeichnen verschieben</translation>
    </message>
    <message>
        <source>Hold the space bar and drag</source>
        <translation>Leertaste halten und ziehen</translation>
    </message>
    <message>
        <source>Fit and 100 % in turns</source>
        <translation>Einpassen und 100 % im Wechsel</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Show or hide all panels</source>
        <translation>Alle Bereiche zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Tab, on the picture</source>
        <translation>Tabulator, auf dem Bild</translation>
    </message>
    <message>
        <source>Move the chosen annotation</source>
        <translation>Gewählte Anmerkung verschieben</translation>
    </message>
    <message>
        <source>Arrow keys: one pixel; with Shift: ten</source>
        <translation>Pfeiltasten: ein Pixel; mit Umschalt: zehn</translation>
    </message>
    <message>
        <source>Close a polygon; stop drawing</source>
        <translation>Vieleck schließen; Zeichnen beenden</translation>
    </message>
    <message>
        <source>Return; Escape</source>
        <translation>Eingabe; Escape</translation>
    </message>
    <message>
        <source>Label and comment of the chosen annotation</source>
        <translation>Bezeichnung und Kommentar der gewählten Anmerkung</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ui::main_window::WindowReport</name>
    <message>
        <source>It was not examined when the report was written.</source>
        <translation>Es war nicht untersucht, als der Bericht geschrieben wurde.</translation>
    </message>
    <message>
        <source>There is no result to report yet.</source>
        <translation>Es gibt noch kein Ergebnis für einen Bericht.</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui::plots::PlotsPanel</name>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation>Leistungsspektrum</translation>
    </message>
    <message>
        <source>DCT coefficients</source>
        <translation>DCT-Koeffizienten</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>usual for photographs</source>
        <translation>üblich für Fotos</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>share of pixels</source>
        <translation>Anteil der Pixel</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>Schwingungen je Pixel</translation>
    </message>
    <message>
        <source>power, dB</source>
        <translation>Leistung, dB</translation>
    </message>
    <message>
        <source>quantized coefficient</source>
        <translation>quantisierter Koeffizient</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Save plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>The plot was saved as %1.</source>
        <translation>Das Diagramm wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The plot was not saved: %1</source>
        <translation>Das Diagramm wurde nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>ui::provenance::CredentialsView</name>
    <message>
        <source>Manifests and ingredients</source>
        <translation>Manifeste und Zutaten</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Gemacht aus</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Not covered by the signature: %1 bytes from %2. %3</source>
        <translation>Von der Signatur nicht erfasst: %1 Bytes ab %2. %3</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1 (%2), issued by %3, %4</source>
        <translation>%1 (%2), ausgestellt von %3, %4</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>stated, not verified</source>
        <translation>angegeben, nicht geprüft</translation>
    </message>
    <message>
        <source>Checks that failed</source>
        <translation>Nicht bestandene Prüfungen</translation>
    </message>
</context>
<context>
    <name>ui::provenance::FilePartsView</name>
    <message>
        <source>Small pictures in the file</source>
        <translation>Kleine Bilder in der Datei</translation>
    </message>
    <message>
        <source>%1 bytes from byte %2 on: %3</source>
        <translation>%1 Bytes ab Byte %2: %3</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save this part of the file</source>
        <translation>Diesen Teil der Datei speichern</translation>
    </message>
    <message>
        <source>Save a part of the file</source>
        <translation>Teil der Datei speichern</translation>
    </message>
    <message>
        <source>Saved %1 bytes as %2.</source>
        <translation>%1 Bytes als %2 gespeichert.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>shows something else (likeness %1)</source>
        <translation>zeigt etwas anderes (Ähnlichkeit %1)</translation>
    </message>
    <message>
        <source>likeness %1</source>
        <translation>Ähnlichkeit %1</translation>
    </message>
    <message>
        <source>%1 of 64 hash bits differ</source>
        <translation>%1 von 64 Bits des Hashs sind anders</translation>
    </message>
</context>
<context>
    <name>ui::provenance::MetadataView</name>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Search in the metadata</source>
        <translation>In den Metadaten suchen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Metadata fields</source>
        <translation>Metadatenfelder</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>Kamera: %1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Aufgenommen: %1</translation>
    </message>
    <message>
        <source>Software: %1</source>
        <translation>Software: %1</translation>
    </message>
    <message>
        <source>Image generator: %1</source>
        <translation>Bildgenerator: %1</translation>
    </message>
    <message>
        <source>Content credentials: %1</source>
        <translation>Content Credentials: %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy fields</source>
        <translation>Felder kopieren</translation>
    </message>
    <message>
        <source>Beside the picture</source>
        <translation>Neben dem Bild</translation>
    </message>
    <message>
        <source>%1 bytes from byte %2 on: %3</source>
        <translation>%1 Bytes ab Byte %2: %3</translation>
    </message>
    <message>
        <source>Bytes of the file that are not part of its picture</source>
        <translation>Bytes der Datei, die nicht zu ihrem Bild gehören</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>In the order of time; without a zone the clock&apos;s place is not known</source>
        <translation>In zeitlicher Reihenfolge; ohne Zeitzone ist der Ort der Uhr nicht bekannt</translation>
    </message>
    <message>
        <source>The file does not say how its text is coded; read as %1, a guess.</source>
        <translation>Die Datei sagt nicht, wie ihr Text kodiert ist; als %1 gelesen, eine Vermutung.</translation>
    </message>
    <message>
        <source>Stated by the file: %1</source>
        <translation>Angabe der Datei: %1</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativer Prompt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>From another picture</source>
        <translation>Aus einem anderen Bild</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ui::queue::QueuePanel</name>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1 of %2 examined</source>
        <translation>%1 von %2 untersucht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) at the same time</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder gleichzeitig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::report::ReportDialog</name>
    <message>
        <source>Export a PDF report</source>
        <translation>PDF-Bericht exportieren</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with a result will be in the report.</source>
        <translation>
            <numerusform>%n Bild mit Ergebnis kommt in den Bericht.</numerusform>
            <numerusform>%n Bilder mit Ergebnis kommen in den Bericht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Examiner:</source>
        <translation>&amp;Prüfer:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Name the file for the report first.</source>
        <translation>Geben Sie zuerst einen Dateinamen für den Bericht an.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 ist ein Ordner. Geben Sie eine Datei darin an.</translation>
    </message>
    <message>
        <source>%1 is one of the examined pictures. Choose another file.</source>
        <translation>%1 ist eines der untersuchten Bilder. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 exists already. Write the report again to replace it.</source>
        <translation>%1 gibt es schon. Schreiben Sie den Bericht noch einmal, um die Datei zu ersetzen.</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) without a result will be named in it.</source>
        <translation>
            <numerusform>%n Datei ohne Ergebnis wird darin genannt.</numerusform>
            <numerusform>%n Dateien ohne Ergebnis werden darin genannt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::AnswerStream</name>
    <message>
        <source>The model&apos;s answer so far</source>
        <translation>Die bisherige Antwort des Modells</translation>
    </message>
    <message>
        <source>Probability that it is fake, by the model itself: %1 %. It is writing its reasons.</source>
        <translation>Wahrscheinlichkeit einer Fälschung nach dem Modell selbst: %1 %. Es schreibt noch seine Gründe.</translation>
    </message>
</context>
<context>
    <name>ui::review::AnswerView</name>
    <message>
        <source>(thinking…)</source>
        <translation>(denkt nach…)</translation>
    </message>
    <message>
        <source>(cancelled)</source>
        <translation>(abgebrochen)</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Frage: %1</translation>
    </message>
    <message>
        <source>The model&apos;s answer, word for word</source>
        <translation>Die Antwort des Modells im Wortlaut</translation>
    </message>
    <message>
        <source>Ask about this picture</source>
        <translation>Zu diesem Bild fragen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop answering</source>
        <translation>Antwort abbrechen</translation>
    </message>
    <message>
        <source>What the model says here is not a finding: it does not change the verdict.</source>
        <translation>Was das Modell hier sagt, ist kein Befund: Es ändert das Urteil nicht.</translation>
    </message>
</context>
<context>
    <name>ui::review::DetailsView</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>EXIF orientation, undone</source>
        <translation>EXIF-Ausrichtung, rückgängig gemacht</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model SHA-256</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Berechnet auf</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Frage an das Modell</translation>
    </message>
    <message>
        <source>Time for %1</source>
        <translation>Zeit für %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The model&apos;s answer, verbatim:</source>
        <translation>Die Antwort des Modells, wörtlich:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Form of the question</source>
        <translation>Form der Frage</translation>
    </message>
    <message>
        <source>Probability of a fake, asked in the form &quot;%1&quot;</source>
        <translation>Wahrscheinlichkeit einer Fälschung, gefragt in der Form „%1“</translation>
    </message>
</context>
<context>
    <name>ui::review::HeatLegend</name>
    <message>
        <source>Scale of the map</source>
        <translation>Skala der Karte</translation>
    </message>
    <message>
        <source>How unlike the rest of the picture a place is. From the mark on, methods name it; below it, parts of photographs are as unlike.</source>
        <translation>Wie sehr sich eine Stelle vom Rest des Bildes unterscheidet. Ab der Marke nennen Methoden sie; darunter unterscheiden sich Teile von Fotos ebenso.</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>unlike</source>
        <translation>fremd</translation>
    </message>
</context>
<context>
    <name>ui::review::LayerButton</name>
    <message>
        <source>Flame</source>
        <translation>Flamme</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Blue to yellow</source>
        <translation>Blau nach Gelb</translation>
    </message>
    <message>
        <source>Map over the picture</source>
        <translation>Karte über dem Bild</translation>
    </message>
    <message>
        <source>Map over the picture: choose another one, weak signals or other colors</source>
        <translation>Karte über dem Bild: eine andere wählen, schwache Signale oder andere Farben</translation>
    </message>
    <message>
        <source>Weak signals, too</source>
        <translation>Auch schwache Signale</translation>
    </message>
    <message>
        <source>Also places that are no more unlike the rest than parts of photographs</source>
        <translation>Auch Stellen, die sich vom Rest nicht mehr unterscheiden als Teile von Fotos</translation>
    </message>
    <message>
        <source>Colors of the map</source>
        <translation>Farben der Karte</translation>
    </message>
</context>
<context>
    <name>ui::review::MeasurementsView</name>
    <message>
        <source>Choose a row to see its map over the picture.</source>
        <translation>Wählen Sie eine Zeile, um ihre Karte über dem Bild zu sehen.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Analyzer</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>This engine measures nothing; its clues are what the model says.</source>
        <translation>Diese Engine misst nichts; ihre Hinweise sind, was das Modell sagt.</translation>
    </message>
    <message>
        <source>above the usual range</source>
        <translation>über dem üblichen Bereich</translation>
    </message>
    <message>
        <source>below the usual range</source>
        <translation>unter dem üblichen Bereich</translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewPage</name>
    <message>
        <source>Waiting to be examined</source>
        <translation>Wartet auf die Untersuchung</translation>
    </message>
    <message>
        <source>Being examined</source>
        <translation>Wird untersucht</translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation>Die Untersuchung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Progress of this picture</source>
        <translation>Fortschritt dieses Bildes</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Map of clue %1</source>
        <translation>Karte zu Hinweis %1</translation>
    </message>
    <message>
        <source>Being examined: %1</source>
        <translation>Wird untersucht: %1</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Das Bild wird geladen …</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>This file has other bytes than those that were examined. The result beside it is not about what you see.</source>
        <translation>Diese Datei hat andere Bytes als die untersuchten. Das Ergebnis daneben gilt nicht für das, was Sie sehen.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Herkunftsnachweis</translation>
    </message>
    <message>
        <source>What is known about the picture</source>
        <translation>Was über das Bild bekannt ist</translation>
    </message>
</context>
<context>
    <name>ui::review::ViewActions</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Fi&amp;ll</source>
        <translation>Aus&amp;füllen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <source>&amp;Toggle fit and 100 %</source>
        <translation>Einpassen und 100 % &amp;wechseln</translation>
    </message>
    <message>
        <source>Show the &amp;heat map</source>
        <translation>&amp;Wärmekarte zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;regions</source>
        <translation>&amp;Bereiche zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep the zoom for the next picture</source>
        <translation>Zoom für das nächste Bild &amp;beibehalten</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>Apply the picture&apos;s color profile</source>
        <translation>Farbprofil des Bildes anwenden</translation>
    </message>
    <message>
        <source>Change the loupe&apos;s contra&amp;st</source>
        <translation>Kontra&amp;st der Lupe wechseln</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>Nächste &amp;Ebene</translation>
    </message>
    <message>
        <source>&amp;Previous layer</source>
        <translation>&amp;Vorige Ebene</translation>
    </message>
    <message>
        <source>Next &amp;clue</source>
        <translation>Nächster &amp;Hinweis</translation>
    </message>
    <message>
        <source>Previous cl&amp;ue</source>
        <translation>Voriger H&amp;inweis</translation>
    </message>
    <message>
        <source>File and e&amp;ngine</source>
        <translation>Datei und E&amp;ngine</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>Plo&amp;ts</source>
        <translation>Dia&amp;gramme</translation>
    </message>
    <message>
        <source>Show the areas &amp;never examined</source>
        <translation>Nie &amp;untersuchte Bereiche zeigen</translation>
    </message>
    <message>
        <source>Change the &amp;background</source>
        <translation>&amp;Hintergrund wechseln</translation>
    </message>
    <message>
        <source>L&amp;oupe</source>
        <translation>L&amp;upe</translation>
    </message>
    <message>
        <source>Show &amp;weak signals</source>
        <translation>&amp;Schwache Signale zeigen</translation>
    </message>
    <message>
        <source>Original &amp;beside the findings</source>
        <translation>Original &amp;neben den Befunden</translation>
    </message>
    <message>
        <source>Turn the view &amp;right</source>
        <translation>Ansicht nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn the view l&amp;eft</source>
        <translation>Ansicht nach &amp;links drehen</translation>
    </message>
    <message>
        <source>M&amp;irror the view</source>
        <translation>Ansicht &amp;spiegeln</translation>
    </message>
    <message>
        <source>Original &amp;picture, nothing over it</source>
        <translation>Original&amp;bild ohne alles darüber</translation>
    </message>
</context>
<context>
    <name>ui::review::ViewerBar</name>
    <message>
        <source>Overall map</source>
        <translation>Gesamtkarte</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Deckkraft der Wärmekarte</translation>
    </message>
    <message>
        <source>Map hidden</source>
        <translation>Karte verborgen</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Nichts fällt auf</translation>
    </message>
</context>
<context>
    <name>ui::review::ViewerHeader</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom in percent</source>
        <translation>Zoom in Prozent</translation>
    </message>
    <message>
        <source>Zoom in percent; type another one and press Return</source>
        <translation>Zoom in Prozent; einen anderen eintippen und Eingabe drücken</translation>
    </message>
    <message>
        <source>%1 × %2 · %3 · %4</source>
        <extracomment>size of a picture in pixels, its format, size of its file</extracomment>
        <translation>%1 × %2 · %3 · %4</translation>
    </message>
    <message>
        <source>not applied: %1</source>
        <translation>nicht angewandt: %1</translation>
    </message>
    <message>
        <source>The picture is shown with its color profile %1. Measurements and the values under the pointer are those of the file.</source>
        <translation>Das Bild wird mit seinem Farbprofil %1 gezeigt. Messungen und die Werte unter dem Zeiger sind die der Datei.</translation>
    </message>
    <message>
        <source>The picture has the color profile %1, which is not applied.</source>
        <translation>Das Bild hat das Farbprofil %1, das nicht angewandt wird.</translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>&amp;Colors:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>&amp;Heat map opacity:</source>
        <translation>&amp;Deckkraft der Wärmekarte:</translation>
    </message>
    <message>
        <source>Largest &amp;picture:</source>
        <translation>Größtes &amp;Bild:</translation>
    </message>
    <message>
        <source>Largest &amp;file:</source>
        <translation>Größte D&amp;atei:</translation>
    </message>
    <message>
        <source>&amp;Examiner in reports:</source>
        <translation>&amp;Prüfer in Berichten:</translation>
    </message>
    <message>
        <source>Which engine examines the pictures is chosen in a window of its own: it lists the engines, checks the checkpoint folders and shows how loading goes on.</source>
        <translation>Welche Engine die Bilder untersucht, wird in einem eigenen Fenster gewählt: Es listet die Engines auf, prüft Checkpoint-Ordner und zeigt den Fortgang des Ladens.</translation>
    </message>
    <message>
        <source>&amp;Engines…</source>
        <translation>&amp;Engines…</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Herkunftsnachweis</translation>
    </message>
    <message>
        <source>As published: picture and question alone</source>
        <translation>Wie veröffentlicht: nur Bild und Frage</translation>
    </message>
    <message>
        <source>As a chat: USER, ASSISTANT</source>
        <translation>Als Gespräch: USER, ASSISTANT</translation>
    </message>
    <message>
        <source>Ask in &amp;both forms</source>
        <translation>In &amp;beiden Formen fragen</translation>
    </message>
    <message>
        <source>Where the two probabilities disagree, the confidence is halved. Each picture takes longer.</source>
        <translation>Wo sich die beiden Wahrscheinlichkeiten widersprechen, wird die Sicherheit halbiert. Jedes Bild dauert länger.</translation>
    </message>
    <message>
        <source>&amp;FakeVLM is asked:</source>
        <translation>&amp;FakeVLM wird gefragt:</translation>
    </message>
</context>
<context>
    <name>ui::settings::TrustPage</name>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n Zertifikat</numerusform>
            <numerusform>%n Zertifikate</numerusform>
        </translation>
    </message>
    <message>
        <source>Signers of Content Credentials are called trusted only when they are on a list that you give here. The program brings no list and never fetches one. Lists are PEM files: save the official list of the C2PA, its list of time-stamp authorities, or certificates of your own, and add them. Pictures that were examined before keep their result.</source>
        <translation>Unterzeichner von Content Credentials heißen nur dann vertrauenswürdig, wenn sie auf einer Liste stehen, die Sie hier angeben. Das Programm bringt keine Liste mit und holt nie eine. Listen sind PEM-Dateien: Speichern Sie die offizielle Liste der C2PA, ihre Liste der Zeitstempelstellen oder eigene Zertifikate und fügen Sie sie hinzu. Schon untersuchte Bilder behalten ihr Ergebnis.</translation>
    </message>
    <message>
        <source>Trust lists</source>
        <translation>Vertrauenslisten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Add list…</source>
        <translation>Liste &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add list of &amp;time-stamp authorities…</source>
        <translation>Liste von &amp;Zeitstempelstellen hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>signatures</source>
        <translation>Signaturen</translation>
    </message>
    <message>
        <source>Choose a list of certificates</source>
        <translation>Liste von Zertifikaten wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::start_page::StartPage</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>Bilder oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Each picture gets a verdict with a probability, the regions it rests on and the clues in plain words. Nothing leaves this computer, and your files are only read.</source>
        <translation>Jedes Bild bekommt ein Urteil mit Wahrscheinlichkeit, die Bereiche, auf denen es beruht, und die Hinweise in klaren Worten. Nichts verlässt diesen Rechner, und Ihre Dateien werden nur gelesen.</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Bilder öffnen …</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Let go to examine them</source>
        <translation>Loslassen, um sie zu untersuchen</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Neuer Fall …</translation>
    </message>
    <message>
        <source>Open case…</source>
        <translation>Fall öffnen …</translation>
    </message>
    <message>
        <source>Drop pictures or folders here to take them into the case “%1”</source>
        <translation>Bilder oder Ordner hierher ziehen, um sie in den Fall „%1“ aufzunehmen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Clueglass</source>
        <translation>Clueglass</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Fall: %1</translation>
    </message>
</context>
<context>
    <name>ui::triage::TriageBar</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>How strongly the findings support the conclusion</source>
        <translation>Wie stark die Befunde den Schluss stützen</translation>
    </message>
    <message>
        <source>Reasons for the conclusion</source>
        <translation>Gründe für den Schluss</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>Programm: %1</translation>
    </message>
    <message>
        <source>Machine: no verdict</source>
        <translation>Programm: kein Urteil</translation>
    </message>
    <message>
        <source>Examiner: %1</source>
        <translation>Prüfende Person: %1</translation>
    </message>
    <message>
        <source>Examiner: no conclusion</source>
        <translation>Prüfende Person: kein Schluss</translation>
    </message>
    <message>
        <source>they disagree</source>
        <translation>sie widersprechen sich</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Fake</source>
        <translation>Fälschung</translation>
    </message>
</context>
<context>
    <name>ui::triage::TriageDesk</name>
    <message numerus="yes">
        <source>Changed: %1 of %n picture(s). %2 takes it back.</source>
        <translation>
            <numerusform>Geändert: %1 von %n Bild. %2 nimmt es zurück.</numerusform>
            <numerusform>Geändert: %1 von %n Bildern. %2 nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Confirm the machine&apos;s verdict</source>
        <translation>Urteil des Programms &amp;bestätigen</translation>
    </message>
    <message>
        <source>Conclude: &amp;inconclusive</source>
        <translation>Schluss: &amp;kein Urteil</translation>
    </message>
    <message>
        <source>&amp;Pick</source>
        <translation>&amp;Vormerken</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>Rating %1</source>
        <translation>Bewertung %1</translation>
    </message>
    <message>
        <source>Color label: %1</source>
        <translation>Farbe: %1</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Schlagwörter …</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>Selection: confirm</source>
        <translation>Auswahl: bestätigen</translation>
    </message>
    <message>
        <source>Selection: inconclusive</source>
        <translation>Auswahl: kein Urteil</translation>
    </message>
    <message>
        <source>Selection: pick</source>
        <translation>Auswahl: vormerken</translation>
    </message>
    <message>
        <source>Selection: reject</source>
        <translation>Auswahl: verwerfen</translation>
    </message>
    <message>
        <source>Selection: no rating</source>
        <translation>Auswahl: keine Bewertung</translation>
    </message>
    <message>
        <source>Selection: rating %1</source>
        <translation>Auswahl: Bewertung %1</translation>
    </message>
    <message>
        <source>Selection: color label %1</source>
        <translation>Auswahl: Farbe %1</translation>
    </message>
    <message>
        <source>Decisions are kept in a case. Make one with File, New case: it takes in the pictures that are open, with their results.</source>
        <translation>Entscheidungen werden in einem Fall aufbewahrt. Legen Sie einen mit Datei, Neuer Fall an: Er nimmt die geöffneten Bilder mit ihren Ergebnissen auf.</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Conclude: &amp;real</source>
        <translation>Schluss: &amp;echt</translation>
    </message>
    <message>
        <source>Conclude: f&amp;ake</source>
        <translation>Schluss: &amp;Fälschung</translation>
    </message>
    <message>
        <source>Remove the &amp;flag</source>
        <translation>&amp;Markierung entfernen</translation>
    </message>
    <message>
        <source>Selection: real</source>
        <translation>Auswahl: echt</translation>
    </message>
    <message>
        <source>Selection: fake</source>
        <translation>Auswahl: Fälschung</translation>
    </message>
    <message>
        <source>Selection: remove the flag</source>
        <translation>Auswahl: Markierung entfernen</translation>
    </message>
    <message>
        <source>There is no verdict to confirm yet.</source>
        <translation>Es gibt noch kein Urteil zu bestätigen.</translation>
    </message>
</context>
<context>
    <name>ui::viewer::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>x %1, y %2   R %3 G %4 B %5</source>
        <extracomment>pixel position and color under the mouse pointer</extracomment>
        <translation>x %1, y %2   R %3 G %4 B %5</translation>
    </message>
    <message>
        <source>map %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>Clue %1: %2 (%3)</source>
        <extracomment>%1 number, %2 the clue&apos;s sentence, %3 its place in words</extracomment>
        <translation>Hinweis %1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>ui::viewer::Navigator</name>
    <message>
        <source>Overview of the whole picture</source>
        <translation>Übersicht des ganzen Bildes</translation>
    </message>
    <message>
        <source>Drag to move the picture</source>
        <translation>Ziehen verschiebt das Bild</translation>
    </message>
</context>
</TS>
