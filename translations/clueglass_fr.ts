<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Annotations</name>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Freehand line</source>
        <translation>Trait à main levée</translation>
    </message>
    <message>
        <source>Brush mark</source>
        <translation>Zone au pinceau</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>x %1, y %2, %3 × %4 px</source>
        <extracomment>place and size of an annotation in pixels</extracomment>
        <translation>x %1, y %2, %3 × %4 px</translation>
    </message>
    <message>
        <source>see clue %1</source>
        <translation>voir l’indice %1</translation>
    </message>
    <message>
        <source>see the measurement %1</source>
        <translation>voir la mesure %1</translation>
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
        <translation>Le fichier n’est pas un JPEG.</translation>
    </message>
    <message>
        <source>The file names the image generator {@generator} as its origin; such entries can be added or removed freely.</source>
        <translation>Le fichier nomme le générateur d’images {@generator} comme origine ; de telles mentions s’ajoutent et s’enlèvent librement.</translation>
    </message>
    <message>
        <source>The file declares that the picture was made by a trained generator (digital source type {@type}).</source>
        <translation>Le fichier déclare que l’image vient d’un générateur entraîné (type de source {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture contains generated parts (digital source type {@type}).</source>
        <translation>Le fichier déclare que l’image contient des parties générées (type de source {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was computed, not taken by a camera (digital source type {@type}).</source>
        <translation>Le fichier déclare que l’image a été calculée et non prise par un appareil (type de source {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was enhanced by an algorithm (digital source type {@type}).</source>
        <translation>Le fichier déclare que l’image a été améliorée par un algorithme (type de source {@type}).</translation>
    </message>
    <message>
        <source>The file declares that the picture was taken with a camera (digital source type {@type}); anybody can write this.</source>
        <translation>Le fichier déclare que l’image a été prise avec un appareil (type de source {@type}) ; n’importe qui peut l’écrire.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials mention material from a trained generator; their signature was not checked.</source>
        <translation>Les Content Credentials du fichier mentionnent du contenu d’un générateur entraîné ; leur signature n’a pas été vérifiée.</translation>
    </message>
    <message>
        <source>The file carries Content Credentials; their signature was not checked, so they prove nothing yet.</source>
        <translation>Le fichier porte des Content Credentials ; leur signature n’a pas été vérifiée, ils ne prouvent donc encore rien.</translation>
    </message>
    <message>
        <source>The file says that the program {@software} wrote it; ordinary development of photographs does that too.</source>
        <translation>Selon le fichier, le programme {@software} l’a écrit ; le développement ordinaire de photos le fait aussi.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera}; such entries can be copied from another file.</source>
        <translation>Le fichier nomme l’appareil {@camera} ; de telles mentions peuvent être copiées d’un autre fichier.</translation>
    </message>
    <message>
        <source>The picture is too small for this method.</source>
        <translation>L’image est trop petite pour cette méthode.</translation>
    </message>
    <message>
        <source>No part of the picture is large and textured enough for the learned detector.</source>
        <translation>Aucune partie de l’image n’est assez grande et texturée pour le détecteur appris.</translation>
    </message>
    <message>
        <source>No verdict: the picture&apos;s shorter side has {side} pixels; below {minimum} nothing was calibrated.</source>
        <translation>Pas de verdict : le petit côté de l’image a {side} pixels ; en dessous de {minimum}, rien n’a été étalonné.</translation>
    </message>
    <message>
        <source>No verdict: only {tiles} parts of the picture carry enough texture, and {minimum} are needed.</source>
        <translation>Pas de verdict : seules {tiles} parties de l’image ont assez de texture, il en faut {minimum}.</translation>
    </message>
    <message>
        <source>No verdict: the file is a JPEG of about quality {quality}; below {minimum} compression has removed the traces.</source>
        <translation>Pas de verdict : le fichier est un JPEG de qualité {quality} environ ; sous {minimum}, la compression a effacé les traces.</translation>
    </message>
    <message>
        <source>No verdict: noise or fine detail lie outside of what was calibrated ({inputs} measured values); drawings, screenshots and strongly processed pictures do that.</source>
        <translation>Pas de verdict : le bruit ou les détails fins sortent de ce qui a été calibré ({inputs} valeurs mesurées) ; c’est le cas des dessins, des captures d’écran et des images fortement traitées.</translation>
    </message>
    <message>
        <source>The compressed data of this JPEG could not be read apart from its pixels.</source>
        <translation>Les données compressées de ce JPEG n’ont pas pu être lues à part de ses pixels.</translation>
    </message>
    <message>
        <source>The method knows gray and usual color JPEGs only, not four-ink ones.</source>
        <translation>La méthode ne connaît que les JPEG gris ou en couleurs usuelles, pas ceux à quatre encres.</translation>
    </message>
    <message>
        <source>The last save was so coarse that it wiped out what earlier ones left.</source>
        <translation>Le dernier enregistrement était si grossier qu’il a effacé les traces des précédents.</translation>
    </message>
    <message>
        <source>No earlier, coarser JPEG save is measurable in this file, so no place can be found that lacks it.</source>
        <translation>Aucun enregistrement JPEG antérieur plus grossier n’est mesurable dans ce fichier ; on ne peut donc pas trouver d’endroit qui en soit dépourvu.</translation>
    </message>
    <message>
        <source>The picture has too little detail for this method.</source>
        <translation>L’image a trop peu de détails pour cette méthode.</translation>
    </message>
    <message>
        <source>One more save changes this area {ratio:1} times as much as other areas of equal detail (usual up to {usual:1} times; after a plain save at the file&apos;s own quality still {control:1} times); text, sharp edges and strong colors do that too.</source>
        <translation>Un nouvel enregistrement change cette zone {ratio:1} fois plus que d’autres de même détail (usuel jusqu’à {usual:1} fois ; après un simple enregistrement à la qualité du fichier encore {control:1} fois) ; texte, bords nets et couleurs vives le font aussi.</translation>
    </message>
    <message>
        <source>In this area {inside:0} % of the JPEG coefficients lie on the steps of an earlier save at about quality {quality:0}, elsewhere {outside:0} % (usual difference up to {usual:0} points); it went through a save that the rest did not. A logo, an inset or a photo in a collage leaves the same trace.</source>
        <translation>Dans cette zone, {inside:0} % des coefficients JPEG sont sur les pas d’un enregistrement antérieur de qualité {quality:0} environ, ailleurs {outside:0} % (écart usuel jusqu’à {usual:0} points) ; elle a connu un enregistrement que le reste n’a pas connu. Un logo, un encart ou une photo dans un montage laissent la même trace.</translation>
    </message>
    <message>
        <source>This area fits an earlier JPEG save at about quality {quality:0} a little better than the rest ({inside:0} % of its coefficients against {outside:0} %, usual difference up to {usual:0} points); regular patterns and graphics do that too.</source>
        <translation>Cette zone correspond un peu mieux que le reste à un enregistrement JPEG antérieur de qualité {quality:0} environ ({inside:0} % de ses coefficients contre {outside:0} %, écart usuel jusqu’à {usual:0} points) ; motifs réguliers et graphismes le font aussi.</translation>
    </message>
    <message>
        <source>The whole picture was saved as JPEG before, at about quality {quality:0}: {fitting:0} % of the coefficients fit that save. Messengers, web sites and every edit leave this trace, so it speaks for nothing.</source>
        <translation>L’image entière a déjà été enregistrée en JPEG, de qualité {quality:0} environ : {fitting:0} % des coefficients y correspondent. Messageries, sites web et toute retouche laissent cette trace ; elle ne plaide pour rien.</translation>
    </message>
    <message>
        <source>The picture was saved as JPEG before, at about quality {quality:0}, but this area shows no trace of it: {inside:0} % of its coefficients do not fit that save, elsewhere {outside:0} % (usual difference up to {usual:0} points). Captions, watermarks, frames and local retouching after the first save do that.</source>
        <translation>L’image a déjà été enregistrée en JPEG, de qualité {quality:0} environ, mais cette zone n’en montre aucune trace : {inside:0} % de ses coefficients n’y correspondent pas, ailleurs {outside:0} % (écart usuel jusqu’à {usual:0} points). Légendes, filigranes, cadres et retouches locales après le premier enregistrement le font.</translation>
    </message>
    <message>
        <source>The method needs a lossless file or a JPEG of quality 95 or better.</source>
        <translation>La méthode exige un fichier sans perte ou un JPEG de qualité 95 ou plus.</translation>
    </message>
    <message>
        <source>This area has {ratio:2} times the noise that its brightness predicts from the rest of the picture (usual down to {usual:2}); blur by depth and denoising by phones do that too.</source>
        <translation>Cette zone a {ratio:2} fois le bruit que sa luminosité laisse attendre d’après le reste de l’image (usuel jusqu’à {usual:2}) ; le flou de profondeur et le débruitage des téléphones le font aussi.</translation>
    </message>
    <message>
        <source>Noise of about {level:1} gray levels lies evenly over the picture and grows {rise:1} times from dark to bright, as the noise of a sensor does.</source>
        <translation>Un bruit d’environ {level:1} niveaux de gris couvre l’image uniformément et croît {rise:1} fois du sombre au clair, comme celui d’un capteur.</translation>
    </message>
    <message>
        <source>The spectrum of the fine texture has a peak of {peak:1} dB at ({fx:3}, {fy:3}) cycles per pixel (usual up to {usual:1} dB), as up-sampling in generators leaves it; woven or printed patterns can do that too.</source>
        <translation>Le spectre de la texture fine a un pic de {peak:1} dB à ({fx:3}, {fy:3}) cycles par pixel (usuel jusqu’à {usual:1} dB), comme le suréchantillonnage des générateurs en laisse ; des motifs tissés ou imprimés le peuvent aussi.</translation>
    </message>
    <message>
        <source>In {windows} of {all} windows neighboring pixels depend on each other with a period of {period:2} pixels, as after resizing or turning this area; fine regular patterns do that too.</source>
        <translation>Dans {windows} fenêtres sur {all}, les pixels voisins dépendent les uns des autres avec une période de {period:2} pixels, comme après un redimensionnement ou une rotation de cette zone ; de fins motifs réguliers le font aussi.</translation>
    </message>
    <message>
        <source>Over the picture ({windows} of {all} windows) neighboring pixels depend on each other with a period of {period:2} pixels: the whole was resized, as web pictures usually are.</source>
        <translation>Sur toute l’image ({windows} fenêtres sur {all}), les pixels voisins dépendent les uns des autres avec une période de {period:2} pixels : le tout a été redimensionné, comme c’est l’usage sur le web.</translation>
    </message>
    <message>
        <source>On one diagonal of the 2x2 pixel cells more green values lie between their neighbors than on the other ({score:0} standard deviations, {usual:0} or less in most pictures; alike in {agreeing:0} % of the windows), as a camera&apos;s color filter leaves it. Some recent generators leave a lattice that looks the same, so it speaks for nothing by itself.</source>
        <translation>Sur une diagonale des cellules de 2x2 pixels, davantage de valeurs de vert se trouvent entre celles de leurs voisins que sur l’autre ({score:0} écarts-types, {usual:0} ou moins dans la plupart des images ; de même dans {agreeing:0} % des fenêtres), comme le laisse le filtre coloré d’un appareil photo. Certains générateurs récents laissent une trame d’aspect identique ; à elle seule, elle ne plaide donc pour rien.</translation>
    </message>
    <message>
        <source>Two areas show the same content ({matches} matching points) and even the same noise ({z:1} standard deviations, limit {limit}): one is a copy of the other; repeated prints and frames added by software do that too.</source>
        <translation>Deux zones montrent le même contenu ({matches} points concordants) et jusqu’au même bruit ({z:1} écarts-types, limite {limit}) : l’une est une copie de l’autre ; des impressions répétées et des cadres ajoutés par logiciel le font aussi.</translation>
    </message>
    <message>
        <source>Two areas show the same content ({matches} matching points) with noise of their own ({z:1} standard deviations, limit {limit}): things that look alike.</source>
        <translation>Deux zones montrent le même contenu ({matches} points concordants) avec chacune son bruit ({z:1} écarts-types, limite {limit}) : des choses qui se ressemblent.</translation>
    </message>
    <message>
        <source>No verdict: {missing} % of the picture is missing from the file; get a complete copy.</source>
        <translation>Pas de verdict : {missing} % de l’image manquent dans le fichier ; procurez-vous une copie complète.</translation>
    </message>
    <message>
        <source>The engines contradict each other: the model calls the picture fake ({model} %), the measurements speak for a photograph ({measured} %); the confidence was halved.</source>
        <translation>Les moteurs se contredisent : le modèle dit l’image fausse ({model} %), les mesures parlent pour une photographie ({measured} %) ; la confiance a été divisée par deux.</translation>
    </message>
    <message>
        <source>The engines contradict each other: the model calls the picture real ({model} % for a fake), the measurements speak for a fake ({measured} %); the confidence was halved.</source>
        <translation>Les moteurs se contredisent : le modèle dit l’image réelle ({model} % pour un faux), les mesures parlent pour un faux ({measured} %) ; la confiance a été divisée par deux.</translation>
    </message>
    <message>
        <source>The learned detector finds the fine texture of {share:0} % of the measured area unlike the rest of the picture (score {score:1}, usual for photographs up to {usual:1}); blur by depth, reflections, captions and selective denoising do that too.</source>
        <translation>Le détecteur appris trouve la texture fine de {share:0} % de la surface mesurée différente du reste de l’image (note {score:1}, usuelle pour des photos jusqu’à {usual:1}) ; le flou de profondeur, les reflets, les légendes et un débruitage local ont le même effet.</translation>
    </message>
    <message>
        <source>The file was saved at JPEG quality {quality}. On such files the detector was right less often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>Le fichier a été enregistré en qualité JPEG {quality}. Sur de tels fichiers, le détecteur avait moins souvent raison ; ce qu’il dit a donc été affaibli à {confidence:0} % de l’usuel.</translation>
    </message>
    <message>
        <source>No verdict: {uniform} % of the pixels are exactly like their neighbors, as in drawings, charts and screenshots; the detector was calibrated on photographs.</source>
        <translation>Pas de verdict : {uniform} % des pixels sont exactement identiques à leurs voisins, comme dans les dessins, les graphiques et les captures d’écran ; le détecteur a été étalonné sur des photographies.</translation>
    </message>
    <message>
        <source>This verdict is about how the picture as a whole was made. It does not exclude local edits: this detector misses most retouched, filled-in or exchanged parts.</source>
        <translation>Ce verdict porte sur la façon dont l’image entière a été faite. Il n’exclut pas les retouches locales : ce détecteur manque la plupart des parties retouchées, comblées ou remplacées.</translation>
    </message>
    <message>
        <source>No verdict: the measurements point to a photograph, but noise of {noise:1} gray levels lies over the picture; above {limit:1} it can hide what generators leave.</source>
        <translation>Pas de verdict : les mesures indiquent une photographie, mais un bruit de {noise:1} niveaux de gris couvre l’image ; au-delà de {limit:1}, il peut masquer ce que laissent les générateurs.</translation>
    </message>
    <message>
        <source>The picture is only {width} x {height} pixels large. On small pictures the detector was right less often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>L’image ne fait que {width} x {height} pixels. Sur de petites images, le détecteur avait moins souvent raison ; ce qu’il dit a donc été affaibli à {confidence:0} % de l’usuel.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, a square that image generators write: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this, and photographs are cut to such squares too.</source>
        <translation>L&apos;image mesure exactement {width:0} x {height:0} pixels, un carré qu&apos;écrivent les générateurs d&apos;images : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle l&apos;efface, et des photographies sont aussi recadrées à de tels carrés.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, a size that image generators write ({@writer} among them): {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this.</source>
        <translation>L&apos;image mesure exactement {width:0} x {height:0} pixels, une taille qu&apos;écrivent des générateurs d&apos;images (dont {@writer}) : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle l&apos;efface.</translation>
    </message>
    <message>
        <source>The picture is exactly half or double of {of_width:0} x {of_height:0} pixels, a size that image generators write ({@writer} among them): {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling removes this.</source>
        <translation>L&apos;image mesure exactement la moitié ou le double de {of_width:0} x {of_height:0} pixels, une taille qu&apos;écrivent des générateurs d&apos;images (dont {@writer}) : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle l&apos;efface.</translation>
    </message>
    <message>
        <source>The picture is exactly {width:0} x {height:0} pixels, the full size of a camera&apos;s or telephone&apos;s sensor: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a size. Any picture can be scaled to it.</source>
        <translation>L&apos;image mesure exactement {width:0} x {height:0} pixels, la pleine taille du capteur d&apos;un appareil photo ou d&apos;un téléphone : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection ont une telle taille. Toute image peut y être mise à l&apos;échelle.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 64 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>La largeur et la hauteur ({width:0} x {height:0}) sont des multiples de 64 pixels, mais pas une taille connue d&apos;un générateur : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle change cela.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 16 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>La largeur et la hauteur ({width:0} x {height:0}) sont des multiples de 16 pixels, mais pas une taille connue d&apos;un générateur : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle change cela.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are multiples of 8 pixels, but no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have such a size. Cropping or scaling changes this.</source>
        <translation>La largeur et la hauteur ({width:0} x {height:0}) sont des multiples de 8 pixels, mais pas une taille connue d&apos;un générateur : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle change cela.</translation>
    </message>
    <message>
        <source>Width and height ({width:0} x {height:0}) are no multiples of 8 pixels, in which most generators work: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a size. Cropping or scaling makes it.</source>
        <translation>La largeur et la hauteur ({width:0} x {height:0}) ne sont pas des multiples de 8 pixels, pas dans lequel travaillent la plupart des générateurs : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection ont une telle taille. Un recadrage ou une mise à l&apos;échelle la produit.</translation>
    </message>
    <message>
        <source>The picture is square, but of no size that a generator is known for: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Cropping changes this.</source>
        <translation>L&apos;image est carrée, mais d&apos;aucune taille connue d&apos;un générateur : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection le sont. Un recadrage change cela.</translation>
    </message>
    <message>
        <source>The sides are 4 to 3, the shape of telephones and compact cameras: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have it. Cropping makes or removes this.</source>
        <translation>Les côtés sont dans le rapport 4 à 3, la forme des téléphones et des appareils compacts : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection l&apos;ont. Un recadrage la produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The sides are 3 to 2, the shape of cameras with interchangeable lenses: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have it. Cropping makes or removes this.</source>
        <translation>Les côtés sont dans le rapport 3 à 2, la forme des appareils à objectifs interchangeables : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection l&apos;ont. Un recadrage la produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The sides are 16 to 9, the shape of screens: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection have it. Cropping makes or removes this.</source>
        <translation>Les côtés sont dans le rapport 16 à 9, la forme des écrans : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection l&apos;ont. Un recadrage la produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The picture has more than 5 megapixels: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Enlarging makes this.</source>
        <translation>L&apos;image a plus de 5 mégapixels : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection en ont autant. Un agrandissement le produit.</translation>
    </message>
    <message>
        <source>The file is a PNG in pieces of 64 KiB, as the program library Pillow writes it, on which many generators are built: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are such files. Saving anew makes or removes this.</source>
        <translation>Le fichier est un PNG en morceaux de 64 Kio, tel que l&apos;écrit la bibliothèque Pillow, sur laquelle reposent de nombreux générateurs : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection sont de tels fichiers. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The file is a PNG, which no camera writes: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are (not counting those that Pillow wrote). Saving anew makes or removes this.</source>
        <translation>Le fichier est un PNG, qu&apos;aucun appareil photo n&apos;écrit : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection en sont (sans compter ceux écrits par Pillow). Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The file is a WebP: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Web sites save any picture so.</source>
        <translation>Le fichier est un WebP : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection en sont. Les sites web enregistrent ainsi toute image.</translation>
    </message>
    <message>
        <source>The JPEG carries blocks that Adobe&apos;s programs write: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Any picture that was opened and saved there has them.</source>
        <translation>Le JPEG porte des blocs qu&apos;écrivent les programmes d&apos;Adobe : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection en portent. Toute image qui y a été ouverte et enregistrée en a.</translation>
    </message>
    <message>
        <source>The JPEG is progressive, as web sites write it: {generated:0} of 100 generated pictures and {photographs:0} of 100 photographs in the collection are. Saving anew makes or removes this.</source>
        <translation>Le JPEG est progressif, comme l&apos;écrivent les sites web : {generated:0} images générées sur 100 et {photographs:0} photographies sur 100 de la collection le sont. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The JPEG begins with EXIF entries, as cameras write it: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Le JPEG commence par des entrées EXIF, comme l&apos;écrivent les appareils photo : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection commencent ainsi. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The JPEG was written with quantization tables of a maker&apos;s own, as cameras and Adobe&apos;s programs have them: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection were. Saving anew makes or removes this.</source>
        <translation>Le JPEG a été écrit avec des tables de quantification propres à un fabricant, comme en ont les appareils photo et les programmes d&apos;Adobe : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection l&apos;ont été. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The JPEG stores color at full resolution (4:4:4): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Le JPEG enregistre la couleur en pleine résolution (4:4:4) : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection le font. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The JPEG stores color at a resolution that cameras use and few programs (4:2:2 and the like): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection do. Saving anew makes or removes this.</source>
        <translation>Le JPEG enregistre la couleur dans une résolution qu&apos;emploient les appareils photo et peu de programmes (4:2:2 et semblables) : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection le font. Un nouvel enregistrement le produit ou l&apos;efface.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries fit each other and the picture&apos;s size (exposure, maker note or thumbnail): {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection have such a set. Such entries can be copied from another file.</source>
        <translation>Les entrées de l&apos;appareil s&apos;accordent entre elles et avec la taille de l&apos;image (exposition, note du fabricant ou vignette) : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection ont un tel ensemble. De telles entrées peuvent être copiées d&apos;un autre fichier.</translation>
    </message>
    <message>
        <source>The file names a camera, but its entries are incomplete or state another size, as after editing: {photographs:0} of 100 photographs and {generated:0} of 100 generated pictures in the collection are so. Such entries can be copied from another file.</source>
        <translation>Le fichier nomme un appareil, mais ses entrées sont incomplètes ou indiquent une autre taille, comme après une retouche : {photographs:0} photographies sur 100 et {generated:0} images générées sur 100 de la collection sont ainsi. De telles entrées peuvent être copiées d&apos;un autre fichier.</translation>
    </message>
    <message>
        <source>The table of what the form of files suggests is not installed.</source>
        <translation>Le tableau de ce que suggère la forme des fichiers n&apos;est pas installé.</translation>
    </message>
    <message>
        <source>The Content Credentials are damaged and cannot be read. That alone does not mean that the picture was changed.</source>
        <translation>Les Content Credentials sont endommagées et illisibles. Cela seul ne signifie pas que l’image a été modifiée.</translation>
    </message>
    <message>
        <source>The Content Credentials themselves were altered after they were signed, or put together from parts of others.</source>
        <translation>Les Content Credentials elles-mêmes ont été modifiées après leur signature, ou assemblées à partir d’autres.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact, but they do not fit the bytes of this file: it was edited or saved again after signing, or the credentials were made for another file.</source>
        <translation>Les Content Credentials sont intactes mais ne correspondent pas aux octets de ce fichier : il a été retouché ou réenregistré après la signature, ou elles ont été faites pour un autre fichier.</translation>
    </message>
    <message>
        <source>Bytes and signature fit, but the certificate was not valid: it ran from {@from} to {@until}, and no time stamp shows that the signature was made in that time.</source>
        <translation>Les octets et la signature concordent, mais le certificat n’était pas valide : il allait du {@from} au {@until}, et aucun horodatage ne montre que la signature date de cette période.</translation>
    </message>
    <message>
        <source>Something that went into this picture has Content Credentials that do not hold.</source>
        <translation>Un élément utilisé pour cette image a des Content Credentials qui ne tiennent pas.</translation>
    </message>
    <message>
        <source>The Content Credentials do not follow the specification.</source>
        <translation>Les Content Credentials ne suivent pas la spécification.</translation>
    </message>
    <message>
        <source>No. Bytes of this file are not the ones that were signed. An edit does that, and so does any program that saves the picture again and keeps the credentials.</source>
        <translation>Non. Des octets de ce fichier ne sont pas ceux qui ont été signés. Une retouche fait cela, tout comme un programme qui réenregistre l’image en gardant les Credentials.</translation>
    </message>
    <message>
        <source>Not known: no hash of the file&apos;s bytes could be checked.</source>
        <translation>Inconnu : aucune empreinte des octets du fichier n’a pu être vérifiée.</translation>
    </message>
    <message>
        <source>Yes, but parts of the file are not covered by the signature and may have been changed since.</source>
        <translation>Oui, mais des parties du fichier ne sont pas couvertes par la signature et ont pu être modifiées depuis.</translation>
    </message>
    <message>
        <source>Yes. Every byte of the file outside the credentials is the one that was signed.</source>
        <translation>Oui. Chaque octet du fichier hors des Credentials est celui qui a été signé.</translation>
    </message>
    <message>
        <source>No. The signature is missing, cannot be read, or does not belong to these credentials.</source>
        <translation>Non. La signature manque, est illisible ou n’appartient pas à ces Credentials.</translation>
    </message>
    <message>
        <source>The signature fits, but its certificate had been revoked.</source>
        <translation>La signature concorde, mais son certificat avait été révoqué.</translation>
    </message>
    <message>
        <source>The signature fits, but its certificate is not fit for signing credentials.</source>
        <translation>La signature concorde, mais son certificat ne convient pas pour signer des Credentials.</translation>
    </message>
    <message>
        <source>The signature fits, but it was made outside the time of its certificate, {@from} to {@until}.</source>
        <translation>La signature concorde, mais elle a été faite hors de la durée de son certificat, du {@from} au {@until}.</translation>
    </message>
    <message>
        <source>The signature fits. Its certificate ran from {@from} to {@until}, and no time stamp shows that the signature was made in that time.</source>
        <translation>La signature concorde. Son certificat allait du {@from} au {@until}, et aucun horodatage ne montre qu’elle date de cette période.</translation>
    </message>
    <message>
        <source>Yes. It belongs to these credentials, and its certificate was valid when they were signed.</source>
        <translation>Oui. Elle appartient à ces Credentials, et son certificat était valide au moment de la signature.</translation>
    </message>
    <message>
        <source>Yes, on the list “{@list}”.</source>
        <translation>Oui, sur la liste « {@list} ».</translation>
    </message>
    <message>
        <source>Yes, on the list “{@list}” of {@date}.</source>
        <translation>Oui, sur la liste « {@list} » du {@date}.</translation>
    </message>
    <message>
        <source>No. The signer is on none of the lists that you gave; the program itself brings none.</source>
        <translation>Non. Le signataire n’est sur aucune des listes que vous avez données ; le programme n’en apporte aucune.</translation>
    </message>
    <message>
        <source>Nobody: no signer can be read.</source>
        <translation>Personne : aucun signataire n’est lisible.</translation>
    </message>
    <message>
        <source>{@name} ({@organization}), by a certificate of {@issuer}.</source>
        <translation>{@name} ({@organization}), par un certificat de {@issuer}.</translation>
    </message>
    <message>
        <source>Whoever holds a certificate that names {@name} ({@organization}), issued by {@issuer}. Anybody can make one with such a name: without a list it proves nothing.</source>
        <translation>Quiconque détient un certificat au nom de {@name} ({@organization}), émis par {@issuer}. N’importe qui peut en faire un à ce nom : sans liste, il ne prouve rien.</translation>
    </message>
    <message>
        <source>The file carries no Content Credentials. Most pictures have none; that says nothing about them.</source>
        <translation>Le fichier ne porte pas de Content Credentials. La plupart des images n’en ont pas ; cela ne dit rien sur elles.</translation>
    </message>
    <message>
        <source>The file names Content Credentials that are kept at {@url}. They were not fetched: this program never goes online for them.</source>
        <translation>Le fichier nomme des Content Credentials conservées à {@url}. Elles n’ont pas été récupérées : ce programme ne va jamais en ligne pour cela.</translation>
    </message>
    <message>
        <source>The file carries Content Credentials that were not checked. Examine it again to have them checked.</source>
        <translation>Le fichier porte des Content Credentials qui n’ont pas été vérifiées. Examinez-le de nouveau pour qu’elles le soient.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact: signed, and unchanged since. Who signed is not confirmed by a list.</source>
        <translation>Les Content Credentials sont intactes : signées et inchangées depuis. Aucune liste ne confirme qui a signé.</translation>
    </message>
    <message>
        <source>The Content Credentials are intact, and their signer is on a list that you trust. That says who signed, not that what they say is true.</source>
        <translation>Les Content Credentials sont intactes, et leur signataire figure sur une liste de confiance. Cela dit qui a signé, non que ce qu’elles disent est vrai.</translation>
    </message>
    <message>
        <source>Are these the bytes that were signed?</source>
        <translation>Sont-ce les octets qui ont été signés ?</translation>
    </message>
    <message>
        <source>Is the signature good?</source>
        <translation>La signature est-elle bonne ?</translation>
    </message>
    <message>
        <source>Is the signer on a list?</source>
        <translation>Le signataire est-il sur une liste ?</translation>
    </message>
    <message>
        <source>Who says so?</source>
        <translation>Qui le dit ?</translation>
    </message>
    <message>
        <source>Supports neither: what was measured is about as frequent among photographs as among generated pictures.</source>
        <translation>Ne soutient ni l’une ni l’autre : ce qui a été mesuré est à peu près aussi fréquent dans les photographies que dans les images générées.</translation>
    </message>
    <message>
        <source>Limited support for generated: what was measured is {times:1} times as frequent among generated pictures as among photographs ({low:1} to {high:1}).</source>
        <translation>Soutien limité à « générée » : ce qui a été mesuré est {times:1} fois aussi fréquent dans les images générées que dans les photographies ({low:1} à {high:1}).</translation>
    </message>
    <message>
        <source>Limited support for a photograph: what was measured is {times:1} times as frequent among photographs as among generated pictures ({low:1} to {high:1}).</source>
        <translation>Soutien limité à « photographie » : ce qui a été mesuré est {times:1} fois aussi fréquent dans les photographies que dans les images générées ({low:1} à {high:1}).</translation>
    </message>
    <message>
        <source>Moderate support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Soutien modéré à « générée » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les images générées que dans les photographies ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>Moderate support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Soutien modéré à « photographie » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les photographies que dans les images générées ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>Moderately strong support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Soutien modérément fort à « générée » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les images générées que dans les photographies ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>Moderately strong support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Soutien modérément fort à « photographie » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les photographies que dans les images générées ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>Strong support for generated: what was measured is {times:0} times as frequent among generated pictures as among photographs ({low:0} to {high:0}).</source>
        <translation>Soutien fort à « générée » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les images générées que dans les photographies ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>Strong support for a photograph: what was measured is {times:0} times as frequent among photographs as among generated pictures ({low:0} to {high:0}).</source>
        <translation>Soutien fort à « photographie » : ce qui a été mesuré est {times:0} fois aussi fréquent dans les photographies que dans les images générées ({low:0} à {high:0}).</translation>
    </message>
    <message>
        <source>The file says that its Content Credentials lie at {@url}; they were not fetched, because nothing here uses the network.</source>
        <translation>Selon le fichier, ses Content Credentials se trouvent à {@url} ; elles n’ont pas été téléchargées, car rien ici n’utilise le réseau.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are not valid ({@code}): they were made for other bytes, changed or damaged. Programs that save a picture again without renewing them do that too.</source>
        <translation>Les Content Credentials du fichier ne sont pas valides ({@code}) : elles ont été faites pour d’autres octets, modifiées ou endommagées. Des programmes qui enregistrent une image sans les renouveler font cela aussi.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials mention material from a trained generator; they are not valid ({@code}), so this is no more than an unsigned statement.</source>
        <translation>Les Content Credentials du fichier mentionnent du contenu d’un générateur entraîné ; elles ne sont pas valides ({@code}), ce n’est donc rien de plus qu’une déclaration non signée.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are intact and signed by {@signer}, who is on none of the trust lists that are installed.</source>
        <translation>Les Content Credentials du fichier sont intactes et signées par {@signer}, qui ne figure sur aucune des listes de confiance installées.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials say that a trained generator made the picture or parts of it. They are intact and signed by {@signer}, who is on none of the trust lists that are installed.</source>
        <translation>Selon les Content Credentials du fichier, un générateur entraîné a fait l’image ou des parties de celle-ci. Elles sont intactes et signées par {@signer}, qui ne figure sur aucune des listes de confiance installées.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials are intact and signed by {@signer}, who is on a trust list.</source>
        <translation>Les Content Credentials du fichier sont intactes et signées par {@signer}, qui figure sur une liste de confiance.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials, signed by {@signer}, who is on a trust list, say that a trained generator made the picture or parts of it. This cannot be changed unnoticed.</source>
        <translation>Selon les Content Credentials du fichier, signées par {@signer}, qui figure sur une liste de confiance, un générateur entraîné a fait l’image ou des parties de celle-ci. Cela ne peut pas être modifié sans que cela se remarque.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials, signed by {@signer}, who is on a trust list, say that a camera took the picture. This cannot be changed unnoticed; it does not say what stood before the camera.</source>
        <translation>Selon les Content Credentials du fichier, signées par {@signer}, qui figure sur une liste de confiance, un appareil a pris l’image. Cela ne peut pas être modifié sans que cela se remarque ; cela ne dit pas ce qui était devant l’appareil.</translation>
    </message>
    <message>
        <source>The file says that a part of the picture was made or changed with {@generator}; such entries can be added or removed freely.</source>
        <translation>Le fichier dit qu’une partie de l’image a été créée ou modifiée avec {@generator} ; de telles mentions peuvent être ajoutées ou supprimées librement.</translation>
    </message>
    <message>
        <source>The pixels carry the watermark of {@name}: {agreeing} of {bits} bits agree, by chance less than once in 10^{exponent} pictures. It can be put into any picture by a program.</source>
        <translation>Les pixels portent le filigrane de {@name} : {agreeing} bits sur {bits} concordent, par hasard moins d’une fois sur 10^{exponent} images. Un programme peut le mettre dans n’importe quelle image.</translation>
    </message>
    <message>
        <source>{@maker} puts an invisible mark ({@mark}) into such pictures, which cannot be checked offline; it can be asked for at {@where}.</source>
        <translation>{@maker} met dans de telles images une marque invisible ({@mark}) qui ne peut pas être vérifiée hors ligne ; on peut la demander ici : {@where}.</translation>
    </message>
    <message>
        <source>The file keeps a history of {steps} steps of editing or saving; ordinary development of photographs leaves one too.</source>
        <translation>Le fichier garde un historique de {steps} étapes de modification ou d’enregistrement ; le développement ordinaire de photos en laisse un aussi.</translation>
    </message>
    <message>
        <source>The file has {bytes} bytes beside its picture, from byte {offset} on, that look like {@what}.</source>
        <translation>Le fichier a {bytes} octets en plus de son image, à partir de l’octet {offset} ; ils ressemblent à : {@what}.</translation>
    </message>
    <message>
        <source>The file has {bytes} bytes beside its picture, from byte {offset} on: {@what}. Cameras and phones write such parts.</source>
        <translation>Le fichier a {bytes} octets en plus de son image, à partir de l’octet {offset} : {@what}. Les appareils photo et les téléphones écrivent de telles parties.</translation>
    </message>
    <message>
        <source>The checksum of the PNG chunk {@chunk} is wrong: it was damaged, or changed by a program that did not renew it.</source>
        <translation>La somme de contrôle du bloc PNG {@chunk} est fausse : il a été endommagé, ou modifié par un programme qui ne l’a pas renouvelée.</translation>
    </message>
    <message>
        <source>The mark that ends the file is missing: the file ends early; interrupted downloads do that.</source>
        <translation>La marque de fin du fichier manque : le fichier s’arrête trop tôt ; les téléchargements interrompus font cela.</translation>
    </message>
    <message>
        <source>The file is a PNG in the variant of Apple&apos;s app builder (CgBI), which other programs show with wrong colors or not at all.</source>
        <translation>Le fichier est un PNG dans la variante de l’outil de développement d’Apple (CgBI), que d’autres programmes affichent avec de fausses couleurs ou pas du tout.</translation>
    </message>
    <message>
        <source>The file has texts behind the mark that ends the PNG (IEND), where most programs do not look.</source>
        <translation>Le fichier a des textes derrière la marque de fin du PNG (IEND), où la plupart des programmes ne regardent pas.</translation>
    </message>
    <message>
        <source>The file is an animation whose first picture is not part of it: programs without animation show something else.</source>
        <translation>Le fichier est une animation dont la première image ne fait pas partie : les programmes sans animation montrent autre chose.</translation>
    </message>
    <message>
        <source>The file&apos;s EXIF entries (PixelXDimension, PixelYDimension) state {stated_width} x {stated_height} pixels, and the picture has {width} x {height}: it was reduced or cropped by a program that left the entries alone.</source>
        <translation>Les champs EXIF du fichier (PixelXDimension, PixelYDimension) indiquent {stated_width} x {stated_height} pixels, et l’image en a {width} x {height} : elle a été réduite ou recadrée par un programme qui n’a pas touché à ces champs.</translation>
    </message>
    <message>
        <source>The file says that it was changed ({@changed}, DateTime) before it was taken ({@taken}, DateTimeOriginal); a wrong clock does that too.</source>
        <translation>Selon le fichier, il a été modifié ({@changed}, DateTime) avant la prise de vue ({@taken}, DateTimeOriginal) ; une horloge fausse fait cela aussi.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera}, but was saved with the common tables of programs (quality {quality}), which is unusual for this maker; every program that saves it again does that.</source>
        <translation>Le fichier nomme l’appareil {@camera}, mais il a été enregistré avec les tables courantes des programmes (qualité {quality}), ce qui est inhabituel pour ce fabricant ; tout programme qui l’enregistre à nouveau fait cela.</translation>
    </message>
    <message>
        <source>The file names the camera {@camera} and lacks the maker&apos;s own notes, which is unusual for this maker; sharing and editing often remove them.</source>
        <translation>Le fichier nomme l’appareil {@camera} et les notes propres au fabricant manquent, ce qui est inhabituel pour lui ; le partage et la retouche les enlèvent souvent.</translation>
    </message>
    <message>
        <source>What is stated and what was seen contradict each other: the examination of the picture itself speaks for a photograph ({percent} % for a fake). The statement may have been added to it, or the generator leaves no trace that is known here.</source>
        <translation>Ce qui est déclaré et ce qui a été vu se contredisent : l’examen de l’image elle-même parle pour une photo ({percent} % pour un faux). La déclaration a pu être ajoutée, ou le générateur ne laisse aucune trace connue ici.</translation>
    </message>
    <message>
        <source>What is stated and what was seen contradict each other: the examination of the picture itself speaks for a fake ({percent} %), the signed statement for a capture with a camera.</source>
        <translation>Ce qui est déclaré et ce qui a été vu se contredisent : l’examen de l’image elle-même parle pour un faux ({percent} %), la déclaration signée pour une prise de vue avec un appareil.</translation>
    </message>
    <message>
        <source>The model&apos;s probability of a fake depends on how it is asked: {asked:0} % in the form &quot;{@asked}&quot;, {other:0} % in the form &quot;{@other}&quot;; the confidence was halved.</source>
        <translation>La probabilité de faux que donne le modèle dépend de la façon de le questionner : {asked:0} % dans la forme « {@asked} », {other:0} % dans la forme « {@other} » ; la confiance a été réduite de moitié.</translation>
    </message>
    <message>
        <source>No verdict: at the size at which the model looks, the picture has next to no fine detail ({share:2}; {limit:2} and more is usual). The model calls most photographs without it fake.</source>
        <translation>Pas de verdict : à la taille à laquelle le modèle regarde, l’image n’a presque pas de détail fin ({share:2} ; {limit:2} et plus est habituel). Le modèle dit fausses la plupart des photographies qui n’en ont pas.</translation>
    </message>
    <message>
        <source>The file was saved at JPEG quality {quality}. This model calls resaved photographs fake more often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>Le fichier a été enregistré en qualité JPEG {quality}. Ce modèle dit plus souvent fausses les photographies réenregistrées ; ce qu’il dit a donc été affaibli à {confidence:0} % de l’habituel.</translation>
    </message>
    <message>
        <source>The picture is only {width} x {height} pixels large. On small pictures less can be seen, so what the model says was weakened to {confidence:0} % of the usual.</source>
        <translation>L’image ne mesure que {width} x {height} pixels. On voit moins sur de petites images ; ce que dit le modèle a donc été affaibli à {confidence:0} % de l’habituel.</translation>
    </message>
    <message>
        <source>Faces are a weak category of this model: about one real face in five was called fake when others repeated its published test.</source>
        <translation>Les visages sont un point faible de ce modèle : environ un vrai visage sur cinq a été dit faux quand d’autres ont répété son test publié.</translation>
    </message>
    <message>
        <source>The file breaks off before its finest detail, so that some places are coarser than others.</source>
        <translation>Le fichier s’interrompt avant ses détails les plus fins, si bien que certains endroits sont plus grossiers que d’autres.</translation>
    </message>
    <message>
        <source>No verdict: the file breaks off before the picture&apos;s finest detail, where the traces are; get a complete copy.</source>
        <translation>Pas de verdict : le fichier s’interrompt avant les détails les plus fins de l’image, là où se trouvent les traces ; procurez-vous une copie complète.</translation>
    </message>
    <message>
        <source>No verdict: nothing was calibrated for pictures with this encoding of colors ({@encoding}).</source>
        <translation>Pas de verdict : rien n’a été étalonné pour les images dont les couleurs sont codées ainsi ({@encoding}).</translation>
    </message>
    <message>
        <source>No verdict: the measurements point to a fake, but {dark:0} % of the picture is dark; cameras denoise night photographs so strongly that they can look generated.</source>
        <translation>Pas de verdict : les mesures indiquent un faux, mais {dark:0} % de l’image est sombre ; les appareils débruitent si fortement les photos de nuit qu’elles peuvent paraître générées.</translation>
    </message>
    <message>
        <source>No verdict: the probability of a fake is high, but no single measurement is beyond what photographs show.</source>
        <translation>Pas de verdict : la probabilité d’un faux est élevée, mais aucune mesure prise seule ne dépasse ce que montrent les photographies.</translation>
    </message>
    <message>
        <source>These are Content Credentials without the file that they speak of. Open that file with these beside it, under its name, to have its bytes compared.</source>
        <translation>Ce sont des Content Credentials sans le fichier dont ils parlent. Ouvrez ce fichier avec ceux-ci à côté, sous son nom, pour que ses octets soient comparés.</translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials do not count ({@code}): their certificate was not valid, and no time stamp shows that they were signed while it was. Bytes and signature fit.</source>
        <translation>Les Content Credentials du fichier ne comptent pas ({@code}) : leur certificat n’était pas valide, et aucun horodatage ne montre qu’ils ont été signés pendant sa validité. Les octets et la signature concordent.</translation>
    </message>
    <message>
        <source>The file holds Content Credentials only; the picture that they speak of is not in it.</source>
        <translation>Le fichier ne contient que des Content Credentials ; l’image dont ils parlent n’y est pas.</translation>
    </message>
    <message>
        <source>A small picture in the file ({@where}) shows something else than the picture (likeness {likeness:2}, usual above 0.9): the picture was changed or exchanged by a program that kept the old one.</source>
        <translation>Une petite image dans le fichier ({@where}) montre autre chose que l’image (ressemblance {likeness:2}, d’ordinaire au-dessus de 0,9) : l’image a été modifiée ou remplacée par un programme qui a gardé l’ancienne petite image.</translation>
    </message>
    <message>
        <source>Fine texture and structure are more like those of generated pictures: such a score is {times:1} times as frequent among them as among photographs ({structure:0} % of it from structure as an image network sees it, the rest from the finest texture). Strong denoising, upscaling and retouching can do that too.</source>
        <translation>La texture fine et la structure ressemblent plutôt à celles d’images générées : un tel score y est {times:1} fois aussi fréquent que dans les photographies ({structure:0} % viennent de la structure telle qu’un réseau d’images la voit, le reste de la texture la plus fine). Un fort débruitage, un agrandissement ou une retouche peuvent en faire autant.</translation>
    </message>
    <message>
        <source>Fine texture and structure are more like those of photographs: such a score is {times:1} times as frequent among them as among generated pictures ({structure:0} % of it from structure as an image network sees it, the rest from the finest texture).</source>
        <translation>La texture fine et la structure ressemblent plutôt à celles de photographies : un tel score y est {times:1} fois aussi fréquent que dans les images générées ({structure:0} % viennent de la structure telle qu’un réseau d’images la voit, le reste de la texture la plus fine).</translation>
    </message>
    <message>
        <source>Fine texture and structure are about as frequent among photographs as among generated pictures ({ratio:1} times among generated ones).</source>
        <translation>La texture fine et la structure sont à peu près aussi fréquentes dans les photographies que dans les images générées ({ratio:1} fois dans les images générées).</translation>
    </message>
    <message>
        <source>This verdict rests on two things together: the pixels lean this way, and the form of the file (size, tables, container) fits. Neither alone would carry it, and the form can be changed by cropping or saving anew.</source>
        <translation>Ce verdict repose sur deux choses à la fois : les pixels penchent de ce côté, et la forme du fichier (dimensions, tables, conteneur) s’accorde avec eux. Aucune des deux ne suffirait seule, et la forme peut être changée par un recadrage ou un nouvel enregistrement.</translation>
    </message>
    <message>
        <source>No verdict: the picture looks as if a formula had made it (noise, plasma, waves, a fractal, a simple rendering); the detector was not calibrated on such pictures.</source>
        <translation>Aucun verdict : l’image semble avoir été produite par une formule (bruit, plasma, ondes, fractale, rendu simple) ; le détecteur n’a pas été étalonné sur de telles images.</translation>
    </message>
    <message>
        <source>At the size at which the model looks, the picture has little fine detail ({share:2}; {usual:2} and more is usual). The model calls soft photographs fake more often, so what it says was weakened to {confidence:0} % of the usual.</source>
        <translation>À la taille à laquelle le modèle regarde, l’image a peu de détails fins ({share:2} ; {usual:2} et plus sont habituels). Le modèle dit plus souvent fausses les photos floues ; ce qu’il dit a donc été affaibli à {confidence:0} % de l’habituel.</translation>
    </message>
    <message>
        <source>The file says that the picture was taken on {@taken} (DateTimeOriginal) and on {@other} ({@source}); a wrong clock, a scan of an older picture and entries of another file do that.</source>
        <translation>Le fichier dit que l’image a été prise le {@taken} (DateTimeOriginal) et le {@other} ({@source}) ; une horloge fausse, la numérisation d’une image plus ancienne et des entrées d’un autre fichier en sont des causes.</translation>
    </message>
    <message>
        <source>A save as JPEG at about quality {quality:0} tells this part from the rest. It is a panel, a bar or a frame along a straight line over the full length: the picture is put together openly, and that is no sign of forgery.</source>
        <translation>Un enregistrement en JPEG à une qualité d’environ {quality:0} distingue cette partie du reste. C’est un panneau, une bande ou un cadre le long d’une ligne droite sur toute la longueur : l’image est ouvertement assemblée, et ce n’est pas un signe de falsification.</translation>
    </message>
    <message>
        <source>The picture is put together openly from several panels, so that each is foreign to the others.</source>
        <translation>L’image est ouvertement assemblée à partir de plusieurs panneaux, de sorte que chacun est étranger aux autres.</translation>
    </message>
    <message>
        <source>The picture is put together openly, from {panels} panels along straight lines over its full length ({line:0} % of the clearest line jumps at once), as collages and comparisons are; a wall or window frame parallel to the picture&apos;s edge can look the same. That is no sign of forgery: each panel has a history of its own.</source>
        <translation>L’image est ouvertement assemblée, à partir de {panels} panneaux le long de lignes droites sur toute sa longueur (la plus nette change d’un coup sur {line:0} % de sa longueur), comme le sont les collages et les comparaisons ; un mur ou un cadre de fenêtre parallèle au bord peut avoir le même aspect. Ce n’est pas un signe de falsification : chaque panneau a sa propre histoire.</translation>
    </message>
    <message>
        <source>The same content stands in two panels ({matches} matching points). The picture is put together openly, and comparisons show a thing twice; it speaks for nothing.</source>
        <translation>Le même contenu figure dans deux panneaux ({matches} points concordants). L’image est ouvertement assemblée, et les comparaisons montrent une chose deux fois ; cela ne plaide pour rien.</translation>
    </message>
    <message>
        <source>Nothing was calibrated for this encoding of colors.</source>
        <translation>Rien n’a été étalonné pour ce codage des couleurs.</translation>
    </message>
</context>
<context>
    <name>ClueNotes</name>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>détail</translation>
    </message>
    <message>
        <source>the measurements agree</source>
        <translation>les mesures concordent</translation>
    </message>
    <message>
        <source>the measurements contradict this</source>
        <translation>les mesures contredisent cela</translation>
    </message>
    <message>
        <source>the measurements show nothing unusual</source>
        <translation>les mesures ne montrent rien d’inhabituel</translation>
    </message>
    <message>
        <source>supported by its region</source>
        <translation>soutenu par sa zone</translation>
    </message>
    <message>
        <source>not tied to its region</source>
        <translation>pas lié à sa zone</translation>
    </message>
    <message>
        <source>contradicted by its region</source>
        <translation>contredit par sa zone</translation>
    </message>
    <message>
        <source>region not checked</source>
        <translation>zone non vérifiée</translation>
    </message>
    <message>
        <source>not tied to a place: attention went to tokens that draw it always</source>
        <translation>lié à aucun endroit : l’attention est allée à des éléments qui l’attirent toujours</translation>
    </message>
    <message>
        <source>about no place in particular</source>
        <translation>à propos d’aucun endroit précis</translation>
    </message>
    <message>
        <source>without the region the model loses %1 nats per token of it</source>
        <translation>sans la zone, le modèle en perd %1 nat par token</translation>
    </message>
    <message>
        <source> (p = %1 against %2 other places)</source>
        <translation> (p = %1 contre %2 autres endroits)</translation>
    </message>
    <message>
        <source>%1 is %2 times the picture&apos;s median</source>
        <translation>%1 vaut %2 fois la médiane de l’image</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 in the picture</source>
        <translation>%1 : %2 ici, %3 dans l’image</translation>
    </message>
    <message>
        <source>measured here: %1</source>
        <translation>mesuré ici : %1</translation>
    </message>
    <message>
        <source>said of %1 of %2 pictures, whatever they show</source>
        <translation>dit de %1 images sur %2, quoi qu’elles montrent</translation>
    </message>
    <message>
        <source>Second engine (%1): %2, %3 %</source>
        <translation>Second moteur (%1) : %2, %3 %</translation>
    </message>
    <message>
        <source>The engines contradict each other; the first alone gave %1 %.</source>
        <translation>Les moteurs se contredisent ; le premier seul donnait %1 %.</translation>
    </message>
    <message>
        <source>unfinished: the answer was cut here</source>
        <translation>inachevé : la réponse a été coupée ici</translation>
    </message>
    <message>
        <source>a stock phrase of this kind of model</source>
        <translation>une formule toute faite de ce type de modèle</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
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
    <name>Engines</name>
    <message>
        <source>Embedded engine</source>
        <translation>Moteur intégré</translation>
    </message>
    <message>
        <source>FakeVLM: %1</source>
        <extracomment>%1 is the name of a folder</extracomment>
        <translation>FakeVLM : %1</translation>
    </message>
    <message>
        <source>Remote server</source>
        <translation>Serveur distant</translation>
    </message>
    <message>
        <source>Comes with the program and works at once, offline. It measures traces in the picture and answers in seconds.</source>
        <translation>Livré avec le programme, il fonctionne aussitôt et hors ligne. Il mesure des traces dans l&apos;image et répond en quelques secondes.</translation>
    </message>
    <message>
        <source>A language model that looks at the picture and says in its own words what it finds. It runs on this computer from a checkpoint folder that you have; a large one needs much memory and minutes per picture.</source>
        <translation>Un modèle de langage qui regarde l&apos;image et dit avec ses propres mots ce qu&apos;il trouve. Il fonctionne sur cet ordinateur à partir d&apos;un dossier de checkpoint que vous possédez ; un grand modèle demande beaucoup de mémoire et des minutes par image.</translation>
    </message>
    <message>
        <source>Remote servers are not available in this version of Clueglass. Pictures never leave this computer.</source>
        <translation>Les serveurs distants ne sont pas disponibles dans cette version de Clueglass. Les images ne quittent jamais cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is no longer there.</source>
        <translation>Le fichier n’est plus là.</translation>
    </message>
    <message>
        <source>Connect its drive or add it again from its new place; in a case, choose File, Find missing pictures again.</source>
        <translation>Branchez son disque ou ajoutez-le à nouveau depuis son nouvel emplacement ; dans une affaire, choisissez Fichier, Retrouver les images manquantes.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Check its permissions and its drive, then try again.</source>
        <translation>Vérifiez ses droits d’accès et son disque, puis réessayez.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>Ask for the picture again; nothing of it is here.</source>
        <translation>Redemandez l’image ; il n’y a rien ici.</translation>
    </message>
    <message>
        <source>The content is no picture.</source>
        <translation>Le contenu n’est pas une image.</translation>
    </message>
    <message>
        <source>Check what the file really is; its name may mislead.</source>
        <translation>Vérifiez ce qu’est vraiment le fichier ; son nom peut tromper.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be decoded.</source>
        <translation>Ce type d’image ne peut pas être décodé.</translation>
    </message>
    <message>
        <source>Ask for the picture as JPEG, PNG, TIFF or WebP.</source>
        <translation>Demandez l’image en JPEG, PNG, TIFF ou WebP.</translation>
    </message>
    <message>
        <source>The file ends before anything of the picture shows.</source>
        <translation>Le fichier s’arrête avant que rien de l’image n’apparaisse.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Le fichier est endommagé.</translation>
    </message>
    <message>
        <source>The picture is larger than the limits allow.</source>
        <translation>L’image dépasse les limites.</translation>
    </message>
    <message>
        <source>Raise the limits in the settings if the computer has the memory.</source>
        <translation>Relevez les limites dans les réglages si l’ordinateur a assez de mémoire.</translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation>L’examen a été annulé.</translation>
    </message>
    <message>
        <source>Choose Try again to examine it after all.</source>
        <translation>Choisissez « Réessayer » pour l’examiner malgré tout.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Le fichier n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Vérifiez l’espace libre et les droits du dossier.</translation>
    </message>
    <message>
        <source>The engine&apos;s model is missing or cannot be used.</source>
        <translation>Le modèle du moteur manque ou est inutilisable.</translation>
    </message>
    <message>
        <source>Choose another engine or repair the installation.</source>
        <translation>Choisissez un autre moteur ou réparez l’installation.</translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation>Le moteur ne peut pas démarrer.</translation>
    </message>
    <message>
        <source>Choose another engine in the settings.</source>
        <translation>Choisissez un autre moteur dans les réglages.</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Le serveur n’a pas répondu.</translation>
    </message>
    <message>
        <source>Check the connection and the server&apos;s address.</source>
        <translation>Vérifiez la connexion et l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Un problème est survenu dans le programme.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the details below.</source>
        <translation>Réessayez ; si cela persiste, signalez-le avec les détails ci-dessous.</translation>
    </message>
</context>
<context>
    <name>GalleryFacets</name>
    <message>
        <source>Not examined yet</source>
        <translation>Pas encore examinées</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Engines disagree</source>
        <translation>Moteurs en désaccord</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Annotées</translation>
    </message>
    <message>
        <source>Identical files</source>
        <translation>Fichiers identiques</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Non revues</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revues</translation>
    </message>
    <message>
        <source>Examiner agrees</source>
        <translation>Examinateur d&apos;accord</translation>
    </message>
    <message>
        <source>Examiner disagrees</source>
        <translation>Examinateur en désaccord</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Kind of fake</source>
        <translation>Type de faux</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Drapeau</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Color label</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Retenues</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetées</translation>
    </message>
    <message>
        <source>Verdict rests on</source>
        <translation>Le verdict repose sur</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Generated in part</source>
        <translation>Généré en partie</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Généré</translation>
    </message>
    <message>
        <source>Manipulated</source>
        <translation>Manipulé</translation>
    </message>
    <message>
        <source>Signed as taken with a camera</source>
        <translation>Signé comme pris par un appareil</translation>
    </message>
    <message>
        <source>No sign of generation</source>
        <translation>Aucun signe de génération</translation>
    </message>
    <message>
        <source>Leans toward generated</source>
        <translation>Plutôt généré</translation>
    </message>
    <message>
        <source>Leans toward a photograph</source>
        <translation>Plutôt une photographie</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Indéterminé</translation>
    </message>
    <message>
        <source>Judged from the pixels</source>
        <translation>Jugé d’après les pixels</translation>
    </message>
    <message>
        <source>Judged from the form of the file</source>
        <translation>Jugé d’après la forme du fichier</translation>
    </message>
    <message>
        <source>Rests on what the file says</source>
        <translation>Repose sur ce que dit le fichier</translation>
    </message>
    <message>
        <source>Rests on a hidden watermark</source>
        <translation>Repose sur un filigrane caché</translation>
    </message>
    <message>
        <source>Rests on signed credentials</source>
        <translation>Repose sur des Content Credentials signés</translation>
    </message>
    <message>
        <source>Said by a language model</source>
        <translation>Dit par un modèle de langage</translation>
    </message>
    <message>
        <source>There are signs of generation, but too few to say so.</source>
        <translation>Il y a des signes de génération, mais trop peu pour l’affirmer.</translation>
    </message>
    <message>
        <source>Most speaks for a photograph, but too little to rule out a generator.</source>
        <translation>L’essentiel plaide pour une photographie, mais trop peu pour exclure un générateur.</translation>
    </message>
    <message>
        <source>What was found occurs in photographs and in generated pictures alike.</source>
        <translation>Ce qui a été trouvé existe aussi bien dans les photographies que dans les images générées.</translation>
    </message>
    <message>
        <source>Nothing points to a generator. Local edits are not ruled out.</source>
        <translation>Rien n’indique un générateur. Des retouches locales ne sont pas exclues.</translation>
    </message>
    <message>
        <source>The measurements together are those of generated pictures.</source>
        <translation>Les mesures prises ensemble sont celles d’images générées.</translation>
    </message>
    <message>
        <source>Supports neither side</source>
        <translation>Ne soutient aucun côté</translation>
    </message>
    <message>
        <source>Limited support for generated: %1 to 1</source>
        <translation>Soutien limité pour généré : %1 contre 1</translation>
    </message>
    <message>
        <source>Limited support for a photograph: %1 to 1</source>
        <translation>Soutien limité pour une photographie : %1 contre 1</translation>
    </message>
    <message>
        <source>Moderate support for generated: %1 to 1</source>
        <translation>Soutien modéré pour généré : %1 contre 1</translation>
    </message>
    <message>
        <source>Moderate support for a photograph: %1 to 1</source>
        <translation>Soutien modéré pour une photographie : %1 contre 1</translation>
    </message>
    <message>
        <source>Moderately strong support for generated: %1 to 1</source>
        <translation>Soutien assez fort pour généré : %1 contre 1</translation>
    </message>
    <message>
        <source>Moderately strong support for a photograph: %1 to 1</source>
        <translation>Soutien assez fort pour une photographie : %1 contre 1</translation>
    </message>
    <message>
        <source>Strong support for generated: %1 to 1</source>
        <translation>Soutien fort pour généré : %1 contre 1</translation>
    </message>
    <message>
        <source>Strong support for a photograph: %1 to 1</source>
        <translation>Soutien fort pour une photographie : %1 contre 1</translation>
    </message>
    <message>
        <source>The pixels carry the mark of %1</source>
        <translation>Les pixels portent la marque de %1</translation>
    </message>
    <message>
        <source>Signed by %1: taken with a camera</source>
        <translation>Signé par %1 : pris avec un appareil photo</translation>
    </message>
    <message>
        <source>Signed by %1: changed with a generator</source>
        <translation>Signé par %1 : modifié avec un générateur</translation>
    </message>
    <message>
        <source>Signed by %1: made by a generator</source>
        <translation>Signé par %1 : fait par un générateur</translation>
    </message>
    <message>
        <source>The file says: generated in part</source>
        <translation>Le fichier dit : généré en partie</translation>
    </message>
    <message>
        <source>The file says: made by a generator</source>
        <translation>Le fichier dit : fait par un générateur</translation>
    </message>
    <message>
        <source>The file says: changed with %1</source>
        <translation>Le fichier dit : modifié avec %1</translation>
    </message>
    <message>
        <source>The file says: made with %1</source>
        <translation>Le fichier dit : fait avec %1</translation>
    </message>
    <message>
        <source>As a whole it looks like a photograph, but a part may have been changed: see the first clue.</source>
        <translation>Dans l’ensemble, cela ressemble à une photographie, mais une partie a pu être modifiée : voir le premier indice.</translation>
    </message>
    <message>
        <source>Judged from the pixels and the form of the file</source>
        <translation>Jugé d’après les pixels et la forme du fichier</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>contrast</source>
        <translation>contraste</translation>
    </message>
    <message>
        <source>equalized</source>
        <translation>égalisé</translation>
    </message>
</context>
<context>
    <name>MapLayers</name>
    <message>
        <source>Overall map</source>
        <translation>Carte d’ensemble</translation>
    </message>
    <message>
        <source>Map of clue %1</source>
        <translation>Carte de l’indice %1</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>rating</source>
        <translation>note d’étoiles</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>drapeau</translation>
    </message>
    <message>
        <source>color label</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>conclusion</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>mots-clés</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>support not stated</source>
        <translation>force non précisée</translation>
    </message>
    <message>
        <source>weak support</source>
        <translation>soutien faible</translation>
    </message>
    <message>
        <source>moderate support</source>
        <translation>soutien modéré</translation>
    </message>
    <message>
        <source>moderately strong support</source>
        <translation>soutien assez fort</translation>
    </message>
    <message>
        <source>strong support</source>
        <translation>soutien fort</translation>
    </message>
    <message>
        <source>very strong support</source>
        <translation>soutien très fort</translation>
    </message>
    <message>
        <source>extremely strong support</source>
        <translation>soutien extrêmement fort</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>photographie</translation>
    </message>
    <message>
        <source>fake</source>
        <translation>faux</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>indéterminé</translation>
    </message>
    <message>
        <source>The examiner&apos;s conclusion: %1</source>
        <translation>Conclusion de l’examinateur : %1</translation>
    </message>
    <message>
        <source>no color</source>
        <translation>aucune couleur</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>new annotation</source>
        <translation>nouvelle annotation</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>annotation</translation>
    </message>
    <message>
        <source>deleted annotation</source>
        <translation>annotation supprimée</translation>
    </message>
    <message>
        <source>imported annotations</source>
        <translation>annotations importées</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>A larger copy</source>
        <translation>Une copie plus grande</translation>
    </message>
    <message>
        <source>A complete copy</source>
        <translation>Une copie complète</translation>
    </message>
    <message>
        <source>The original file</source>
        <translation>Le fichier d’origine</translation>
    </message>
    <message>
        <source>Small pictures hold too little to measure. Look for a larger copy: open the page that the picture comes from and save the full size, or search the web with the picture itself.</source>
        <translation>Les petites images contiennent trop peu à mesurer. Cherchez une copie plus grande : ouvrez la page d’où vient l’image et enregistrez la pleine taille, ou cherchez en ligne avec l’image elle-même.</translation>
    </message>
    <message>
        <source>This file breaks off before its end. Fetch it again, or have it sent again.</source>
        <translation>Ce fichier s’interrompt avant sa fin. Reprenez-le, ou faites-le renvoyer.</translation>
    </message>
    <message>
        <source>Messengers and web sites save pictures anew and remove most traces. Ask for the file as the camera or the program wrote it, sent as a file (in an e-mail or as a document), not as a picture in a chat.</source>
        <translation>Messageries et sites réenregistrent les images et enlèvent la plupart des traces. Demandez le fichier tel que l’appareil ou le programme l’a écrit, envoyé comme fichier (par courriel ou comme document), et non comme image dans une conversation.</translation>
    </message>
    <message>
        <source>Could you send me the original file of the picture “%1”? Please send it as a file attachment, straight from the device or program that made it, without cropping, editing or taking a screenshot. Please also tell me who made it, when, and with what.</source>
        <translation>Pourriez-vous m’envoyer le fichier d’origine de l’image « %1 » ? Merci de l’envoyer en pièce jointe, directement depuis l’appareil ou le programme qui l’a faite, sans recadrage, retouche ni capture d’écran. Merci de me dire aussi qui l’a faite, quand et avec quoi.</translation>
    </message>
    <message>
        <source>A request that you can send</source>
        <translation>Une demande que vous pouvez envoyer</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>Copier la demande</translation>
    </message>
    <message>
        <source>Open such a copy…</source>
        <translation>Ouvrir une telle copie…</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>upper left</source>
        <translation>en haut à gauche</translation>
    </message>
    <message>
        <source>top</source>
        <translation>en haut</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>en haut à droite</translation>
    </message>
    <message>
        <source>left</source>
        <translation>à gauche</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>au milieu</translation>
    </message>
    <message>
        <source>right</source>
        <translation>à droite</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>en bas à gauche</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>en bas</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>en bas à droite</translation>
    </message>
    <message>
        <source>%1, %2 % of the picture</source>
        <extracomment>%1 is a place such as &quot;upper left&quot;</extracomment>
        <translation>%1, %2 % de l’image</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>image entière</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>aucun endroit</translation>
    </message>
    <message>
        <source>nearly the whole picture</source>
        <translation>presque toute l’image</translation>
    </message>
</context>
<context>
    <name>PlainClues</name>
    <message>
        <source>A part of the picture has another texture than the rest.</source>
        <translation>Une partie de l’image a une autre texture que le reste.</translation>
    </message>
    <message>
        <source>The picture is too small to tell.</source>
        <translation>L’image est trop petite pour conclure.</translation>
    </message>
    <message>
        <source>The language model says fake, the measurements speak for a photograph.</source>
        <translation>Le modèle de langage dit faux, les mesures plaident pour une photographie.</translation>
    </message>
    <message>
        <source>The language model says real, the measurements speak for a fake.</source>
        <translation>Le modèle de langage dit vrai, les mesures plaident pour un faux.</translation>
    </message>
    <message>
        <source>The picture itself looks like a photograph, against what is stated about it.</source>
        <translation>L’image elle-même ressemble à une photographie, contrairement à ce qui est déclaré.</translation>
    </message>
    <message>
        <source>The picture itself looks generated, against what is stated about it.</source>
        <translation>L’image elle-même semble générée, contrairement à ce qui est déclaré.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer depends on how it is asked.</source>
        <translation>La réponse du modèle de langage dépend de la question.</translation>
    </message>
    <message>
        <source>The picture is too soft for the language model to tell.</source>
        <translation>L’image est trop floue pour le modèle de langage.</translation>
    </message>
    <message>
        <source>Strong compression makes the language model less reliable.</source>
        <translation>Une forte compression rend le modèle de langage moins fiable.</translation>
    </message>
    <message>
        <source>The small size makes the language model less reliable.</source>
        <translation>La petite taille rend le modèle de langage moins fiable.</translation>
    </message>
    <message>
        <source>This language model often errs on pictures of faces.</source>
        <translation>Ce modèle de langage se trompe souvent sur les visages.</translation>
    </message>
    <message>
        <source>A part of the picture is missing.</source>
        <translation>Une partie de l’image manque.</translation>
    </message>
    <message>
        <source>The file ends before the picture&apos;s fine detail.</source>
        <translation>Le fichier s’arrête avant les détails fins de l’image.</translation>
    </message>
    <message>
        <source>The detector was never tried on this encoding of colors.</source>
        <translation>Le détecteur n’a jamais été essayé avec ce codage des couleurs.</translation>
    </message>
    <message>
        <source>There is too little texture to tell.</source>
        <translation>Il y a trop peu de texture pour conclure.</translation>
    </message>
    <message>
        <source>This looks like a drawing, a chart or a screenshot; only photographs can be judged.</source>
        <translation>Cela ressemble à un dessin, un graphique ou une capture ; seules les photographies se jugent.</translation>
    </message>
    <message>
        <source>Compression has removed the traces.</source>
        <translation>La compression a effacé les traces.</translation>
    </message>
    <message>
        <source>Compression makes the result less reliable.</source>
        <translation>La compression rend le résultat moins fiable.</translation>
    </message>
    <message>
        <source>The small size makes the result less reliable.</source>
        <translation>La petite taille rend le résultat moins fiable.</translation>
    </message>
    <message>
        <source>Strong noise may hide traces of a generator.</source>
        <translation>Un fort bruit peut cacher les traces d’un générateur.</translation>
    </message>
    <message>
        <source>The picture is dark, and phones smooth night photographs until they look generated.</source>
        <translation>L’image est sombre, et les téléphones lissent les photos de nuit au point qu’elles semblent générées.</translation>
    </message>
    <message>
        <source>No single measurement is outside of what photographs show.</source>
        <translation>Aucune mesure prise seule ne sort de ce que montrent les photographies.</translation>
    </message>
    <message>
        <source>Small local edits are not excluded.</source>
        <translation>De petites retouches locales ne sont pas exclues.</translation>
    </message>
    <message>
        <source>This picture is unlike all that the detector was tried on.</source>
        <translation>Cette image ne ressemble à aucune de celles qui ont servi à essayer le détecteur.</translation>
    </message>
    <message>
        <source>This area is smoother than the rest of the picture.</source>
        <translation>Cette zone est plus lisse que le reste de l’image.</translation>
    </message>
    <message>
        <source>The noise is even, as that of a camera.</source>
        <translation>Le bruit est régulier, comme celui d’un appareil photo.</translation>
    </message>
    <message>
        <source>The texture holds a regular grid, as enlarging in generators leaves it.</source>
        <translation>La texture contient une grille régulière, comme en laisse l’agrandissement dans les générateurs.</translation>
    </message>
    <message>
        <source>This area was resized or turned.</source>
        <translation>Cette zone a été redimensionnée ou tournée.</translation>
    </message>
    <message>
        <source>The whole picture was resized.</source>
        <translation>L’image entière a été redimensionnée.</translation>
    </message>
    <message>
        <source>The pixels show the grid of a color filter, as cameras have it.</source>
        <translation>Les pixels montrent la grille d’un filtre de couleurs, comme dans les appareils photo.</translation>
    </message>
    <message>
        <source>One area is a copy of another.</source>
        <translation>Une zone est la copie d’une autre.</translation>
    </message>
    <message>
        <source>Two areas look alike, but are no copies.</source>
        <translation>Deux zones se ressemblent sans être des copies.</translation>
    </message>
    <message>
        <source>This area reacts to saving unlike the rest.</source>
        <translation>Cette zone réagit à l’enregistrement autrement que le reste.</translation>
    </message>
    <message>
        <source>This area was saved before in a way that the rest was not.</source>
        <translation>Cette zone a déjà été enregistrée, autrement que le reste.</translation>
    </message>
    <message>
        <source>This area may have been saved before, unlike the rest.</source>
        <translation>Cette zone a peut-être déjà été enregistrée, à la différence du reste.</translation>
    </message>
    <message>
        <source>The picture was saved more than once.</source>
        <translation>L’image a été enregistrée plus d’une fois.</translation>
    </message>
    <message>
        <source>This area was put in after the picture was first saved.</source>
        <translation>Cette zone a été ajoutée après le premier enregistrement de l’image.</translation>
    </message>
    <message>
        <source>The file says that {@generator} made the picture.</source>
        <translation>Le fichier dit que {@generator} a fait l’image.</translation>
    </message>
    <message>
        <source>The file says that the picture was generated.</source>
        <translation>Le fichier dit que l’image a été générée.</translation>
    </message>
    <message>
        <source>The file says that parts of the picture were generated.</source>
        <translation>Le fichier dit que des parties de l’image ont été générées.</translation>
    </message>
    <message>
        <source>The file says that the picture was computed, not taken.</source>
        <translation>Le fichier dit que l’image a été calculée et non prise.</translation>
    </message>
    <message>
        <source>The file says that a program enhanced the picture.</source>
        <translation>Le fichier dit qu’un programme a amélioré l’image.</translation>
    </message>
    <message>
        <source>The file says that a camera took the picture.</source>
        <translation>Le fichier dit qu’un appareil photo a pris l’image.</translation>
    </message>
    <message>
        <source>Unchecked credentials mention generated material.</source>
        <translation>Des Content Credentials non vérifiés mentionnent un contenu généré.</translation>
    </message>
    <message>
        <source>The file carries credentials that were not checked.</source>
        <translation>Le fichier porte des Content Credentials non vérifiés.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials are kept online and were not read.</source>
        <translation>Les Content Credentials du fichier sont en ligne et n’ont pas été lus.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials do not hold.</source>
        <translation>Les Content Credentials du fichier ne tiennent pas.</translation>
    </message>
    <message>
        <source>Credentials that do not hold mention generated material.</source>
        <translation>Des Content Credentials qui ne tiennent pas mentionnent un contenu généré.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials are intact; who signed them is not confirmed.</source>
        <translation>Les Content Credentials sont intacts ; leur signataire n’est pas confirmé.</translation>
    </message>
    <message>
        <source>Intact credentials say: generated. Who signed them is not confirmed.</source>
        <translation>Des Content Credentials intacts disent : généré. Leur signataire n’est pas confirmé.</translation>
    </message>
    <message>
        <source>The file carries credentials signed by {@signer}.</source>
        <translation>Le fichier porte des Content Credentials signés par {@signer}.</translation>
    </message>
    <message>
        <source>Credentials signed by {@signer} say: generated.</source>
        <translation>Des Content Credentials signés par {@signer} disent : généré.</translation>
    </message>
    <message>
        <source>Credentials signed by {@signer} say: taken with a camera.</source>
        <translation>Des Content Credentials signés par {@signer} disent : pris avec un appareil photo.</translation>
    </message>
    <message>
        <source>The file says that a part was made with {@generator}.</source>
        <translation>Le fichier dit qu’une partie a été faite avec {@generator}.</translation>
    </message>
    <message>
        <source>The pixels carry the hidden watermark of {@name}.</source>
        <translation>Les pixels portent le filigrane caché de {@name}.</translation>
    </message>
    <message>
        <source>{@maker} hides a mark in such pictures that only it can read.</source>
        <translation>{@maker} cache dans de telles images une marque qu’il est seul à pouvoir lire.</translation>
    </message>
    <message>
        <source>The file lists earlier steps of editing.</source>
        <translation>Le fichier énumère des retouches antérieures.</translation>
    </message>
    <message>
        <source>The file holds more than its picture.</source>
        <translation>Le fichier contient plus que son image.</translation>
    </message>
    <message>
        <source>The file holds more than its picture, as those of phones do.</source>
        <translation>Le fichier contient plus que son image, comme ceux des téléphones.</translation>
    </message>
    <message>
        <source>A part of the file is damaged or was changed.</source>
        <translation>Une partie du fichier est abîmée ou a été modifiée.</translation>
    </message>
    <message>
        <source>The file ends early.</source>
        <translation>Le fichier s’arrête trop tôt.</translation>
    </message>
    <message>
        <source>The file is a PNG that only Apple&apos;s programs read.</source>
        <translation>Le fichier est un PNG que seuls les programmes d’Apple lisent.</translation>
    </message>
    <message>
        <source>The file hides texts behind its end.</source>
        <translation>Le fichier cache des textes après sa fin.</translation>
    </message>
    <message>
        <source>The file shows another picture in some programs.</source>
        <translation>Le fichier montre une autre image dans certains programmes.</translation>
    </message>
    <message>
        <source>The picture once had another size.</source>
        <translation>L’image avait autrefois une autre taille.</translation>
    </message>
    <message>
        <source>The file&apos;s dates contradict each other.</source>
        <translation>Les dates du fichier se contredisent.</translation>
    </message>
    <message>
        <source>The file was not saved by the camera that it names.</source>
        <translation>Le fichier n’a pas été enregistré par l’appareil qu’il nomme.</translation>
    </message>
    <message>
        <source>Entries that the named camera writes are missing.</source>
        <translation>Des entrées que l’appareil nommé écrit manquent.</translation>
    </message>
    <message>
        <source>{@software} wrote the file.</source>
        <translation>{@software} a écrit le fichier.</translation>
    </message>
    <message>
        <source>The file names a camera: {@camera}.</source>
        <translation>Le fichier nomme un appareil photo : {@camera}.</translation>
    </message>
    <message>
        <source>The picture has the size that many generators write.</source>
        <translation>L’image a la taille que beaucoup de générateurs écrivent.</translation>
    </message>
    <message>
        <source>The picture has a size that generators write.</source>
        <translation>L’image a une taille que des générateurs écrivent.</translation>
    </message>
    <message>
        <source>The picture is half or double a size that generators write.</source>
        <translation>L’image fait la moitié ou le double d’une taille que des générateurs écrivent.</translation>
    </message>
    <message>
        <source>The picture has the full size of a camera&apos;s sensor.</source>
        <translation>L’image a la taille entière d’un capteur d’appareil photo.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 64, as generators like.</source>
        <translation>Largeur et hauteur sont des multiples de 64, comme chez les générateurs.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 16.</source>
        <translation>Largeur et hauteur sont des multiples de 16.</translation>
    </message>
    <message>
        <source>Width and height are multiples of 8.</source>
        <translation>Largeur et hauteur sont des multiples de 8.</translation>
    </message>
    <message>
        <source>Few generators write a picture of this size.</source>
        <translation>Peu de générateurs écrivent une image de cette taille.</translation>
    </message>
    <message>
        <source>The picture is square.</source>
        <translation>L’image est carrée.</translation>
    </message>
    <message>
        <source>The picture has the shape that phones take (4 to 3).</source>
        <translation>L’image a le format des téléphones (4 sur 3).</translation>
    </message>
    <message>
        <source>The picture has the shape that cameras take (3 to 2).</source>
        <translation>L’image a le format des appareils photo (3 sur 2).</translation>
    </message>
    <message>
        <source>The picture has the shape of screens (16 to 9).</source>
        <translation>L’image a le format des écrans (16 sur 9).</translation>
    </message>
    <message>
        <source>The picture is large, as those of cameras.</source>
        <translation>L’image est grande, comme celles des appareils photo.</translation>
    </message>
    <message>
        <source>The file was written the way many generators write it.</source>
        <translation>Le fichier a été écrit comme le font beaucoup de générateurs.</translation>
    </message>
    <message>
        <source>The file is a PNG, which no camera writes.</source>
        <translation>Le fichier est un PNG, qu’aucun appareil photo n’écrit.</translation>
    </message>
    <message>
        <source>The file is a WebP, as web sites write it.</source>
        <translation>Le fichier est un WebP, comme en écrivent les sites web.</translation>
    </message>
    <message>
        <source>An Adobe program saved the file.</source>
        <translation>Un programme d’Adobe a enregistré le fichier.</translation>
    </message>
    <message>
        <source>The JPEG was written the way web sites write it.</source>
        <translation>Le JPEG a été écrit comme le font les sites web.</translation>
    </message>
    <message>
        <source>The JPEG begins as those of cameras do.</source>
        <translation>Le JPEG commence comme ceux des appareils photo.</translation>
    </message>
    <message>
        <source>The JPEG was compressed as cameras and Adobe&apos;s programs do.</source>
        <translation>Le JPEG a été compressé comme le font les appareils photo et les programmes d’Adobe.</translation>
    </message>
    <message>
        <source>The JPEG keeps its colors at full resolution.</source>
        <translation>Le JPEG garde ses couleurs en pleine résolution.</translation>
    </message>
    <message>
        <source>The JPEG stores colors the way cameras do.</source>
        <translation>Le JPEG enregistre les couleurs comme les appareils photo.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries fit each other.</source>
        <translation>Les entrées de l’appareil photo concordent.</translation>
    </message>
    <message>
        <source>The camera&apos;s entries are incomplete.</source>
        <translation>Les entrées de l’appareil photo sont incomplètes.</translation>
    </message>
    <message>
        <source>Look at the place yourself, enlarged: a language model can describe what is not there.</source>
        <translation>Regarder soi-même l’endroit agrandi : un modèle de langage peut décrire ce qui n’y est pas.</translation>
    </message>
    <message>
        <source>Compare both areas at 200 %: a copy shares dust, noise and flaws.</source>
        <translation>Comparer les deux zones à 200 % : une copie partage poussières, bruit et défauts.</translation>
    </message>
    <message>
        <source>Ask for the file as the camera wrote it; every save blurs this trace.</source>
        <translation>Demander le fichier tel que l’appareil l’a écrit ; chaque enregistrement brouille cette trace.</translation>
    </message>
    <message>
        <source>Look along the area&apos;s edge with the loupe, and ask for an earlier copy of the picture.</source>
        <translation>Suivre le bord de la zone à la loupe, et demander une copie antérieure de l’image.</translation>
    </message>
    <message>
        <source>Ask for the original file, or search the web for an earlier or larger copy.</source>
        <translation>Demander le fichier d’origine, ou chercher en ligne une copie antérieure ou plus grande.</translation>
    </message>
    <message>
        <source>Ask the sender where the file comes from, and compare it with other files of that source.</source>
        <translation>Demander à l’expéditeur d’où vient le fichier, et le comparer à d’autres de cette source.</translation>
    </message>
    <message>
        <source>Texture and structure look like those of generated pictures.</source>
        <translation>Texture et structure ressemblent à celles d’images générées.</translation>
    </message>
    <message>
        <source>Texture and structure look like those of photographs.</source>
        <translation>Texture et structure ressemblent à celles de photographies.</translation>
    </message>
    <message>
        <source>Texture and structure fit both photographs and generated pictures.</source>
        <translation>Texture et structure conviennent aux photographies comme aux images générées.</translation>
    </message>
    <message>
        <source>The pixels and the form of the file carry this result only together.</source>
        <translation>Les pixels et la forme du fichier ne portent ce résultat qu’ensemble.</translation>
    </message>
    <message>
        <source>This looks as if a formula had made it, not a camera or a generator.</source>
        <translation>Cela semble fait par une formule, ni par un appareil photo ni par un générateur.</translation>
    </message>
    <message>
        <source>The file&apos;s credentials were signed with a certificate that was not valid.</source>
        <translation>Les Content Credentials ont été signés avec un certificat non valable.</translation>
    </message>
    <message>
        <source>The file holds credentials, but not the picture that they speak of.</source>
        <translation>Le fichier contient des Content Credentials, mais pas l’image dont ils parlent.</translation>
    </message>
    <message>
        <source>A small picture in the file shows something else.</source>
        <translation>Une petite image dans le fichier montre autre chose.</translation>
    </message>
    <message>
        <source>The picture is soft, which makes the language model less reliable.</source>
        <translation>L’image est floue, ce qui rend le modèle de langage moins fiable.</translation>
    </message>
    <message>
        <source>The picture is put together openly from several panels.</source>
        <translation>L’image est assemblée ouvertement de plusieurs panneaux.</translation>
    </message>
    <message>
        <source>Two panels show the same.</source>
        <translation>Deux panneaux montrent la même chose.</translation>
    </message>
    <message>
        <source>A panel, bar or frame was saved apart from the rest, as in open collages.</source>
        <translation>Un panneau, une barre ou un cadre a été enregistré à part du reste, comme dans les collages ouverts.</translation>
    </message>
    <message>
        <source>The file gives two dates at which the picture was taken.</source>
        <translation>Le fichier donne deux dates de prise de vue.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Below %1 % the program calls a picture a photograph, above %2 % fake, and between them it decides nothing. The probability refers to equal odds before the examination; it is not a proof.</source>
        <translation>Sous %1 %, le programme parle de photo, au-dessus de %2 % de faux, et entre les deux il ne tranche pas. La probabilité suppose des chances égales avant l’examen ; ce n’est pas une preuve.</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>image entière</translation>
    </message>
    <message>
        <source>region x %1, y %2, %3 × %4 px</source>
        <translation>zone x %1, y %2, %3 × %4 px</translation>
    </message>
    <message>
        <source>No clue was found with the methods applied.</source>
        <translation>Aucun indice n’a été trouvé avec les méthodes employées.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>See the clues above.</source>
        <translation>Voir les indices ci-dessus.</translation>
    </message>
    <message>
        <source>Nothing conspicuous found; method applicable.</source>
        <translation>Rien de remarquable ; méthode applicable.</translation>
    </message>
    <message>
        <source>Does not apply: %1</source>
        <translation>Ne s’applique pas : %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Usual on photographs</source>
        <translation>Usuel sur des photos</translation>
    </message>
    <message>
        <source>File as received</source>
        <translation>Fichier tel que reçu</translation>
    </message>
    <message>
        <source>Size and format</source>
        <translation>Taille et format</translation>
    </message>
    <message>
        <source>%1 bytes, %2, %3 × %4 px upright, %5 bits</source>
        <translation>%1 octets, %2, %3 × %4 px redressée, %5 bits</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>The file states</source>
        <translation>Le fichier indique</translation>
    </message>
    <message>
        <source>camera: %1; taken: %2; software: %3; generator: %4</source>
        <translation>appareil : %1 ; prise : %2 ; logiciel : %3 ; générateur : %4</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Content Credentials</translation>
    </message>
    <message>
        <source>none; their absence says nothing</source>
        <translation>aucun ; leur absence ne dit rien</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model SHA-256</source>
        <translation>SHA-256 du modèle</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Question au modèle</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>Pour le refaire</translation>
    </message>
    <message>
        <source>The model&apos;s answer, verbatim</source>
        <translation>La réponse du modèle, mot pour mot</translation>
    </message>
    <message>
        <source>The engine never saw the area x %1, y %2, %3 × %4 px (hatched).</source>
        <translation>Le moteur n’a jamais vu la zone x %1, y %2, %3 × %4 px (hachurée).</translation>
    </message>
    <message>
        <source>Finding no trace does not establish that a picture is a photograph as taken.</source>
        <translation>Ne trouver aucune trace n’établit pas qu’une image est une photo telle que prise.</translation>
    </message>
    <message>
        <source>Generators and editing methods that were not among the training and test pictures may go unnoticed; the model&apos;s record names what was covered.</source>
        <translation>Des générateurs et retouches absents des images d’entraînement et de test peuvent passer inaperçus ; la fiche du modèle dit ce qui est couvert.</translation>
    </message>
    <message>
        <source>The file is compressed with loss, which hides fine traces; repeated saving hides more.</source>
        <translation>Le fichier est compressé avec pertes, ce qui cache de fines traces ; des enregistrements répétés en cachent davantage.</translation>
    </message>
    <message>
        <source>Exhibit %1: %2</source>
        <translation>Pièce %1 : %2</translation>
    </message>
    <message>
        <source>Clues</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Examiner&apos;s note</source>
        <translation>Note de l’examinateur</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Limits of this result</source>
        <translation>Limites de ce résultat</translation>
    </message>
    <message>
        <source>Picture examination report</source>
        <translation>Rapport d’examen d’images</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Rédigé</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Examinateur</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Clueglass examined each picture for traces of generation and manipulation. A verdict is a probability with stated thresholds, not a proof; each exhibit&apos;s pages name the clues, where they are, who says them and what limits the result. The files were only read.</source>
        <translation>Clueglass a cherché dans chaque image des traces de génération et de manipulation. Un verdict est une probabilité avec des seuils indiqués, pas une preuve ; les pages de chaque pièce donnent les indices, leur place, qui les énonce et ce qui limite le résultat. Les fichiers ont seulement été lus.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>The file has changed since it was examined; it is not shown. The result below is for the bytes with the SHA-256 stated.</source>
        <translation>Le fichier a changé depuis l’examen ; il n’est pas montré. Le résultat ci-dessous vaut pour les octets au SHA-256 indiqué.</translation>
    </message>
    <message>
        <source>The file can no longer be read, so it is not shown: %1</source>
        <translation>Le fichier ne peut plus être lu, il n’est donc pas montré : %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Support for each kind of fake: %1.</source>
        <translation>Appui de chaque type de faux : %1.</translation>
    </message>
    <message>
        <source>and %1 more regions</source>
        <translation>et %1 autres zones</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>The picture as examined</source>
        <translation>L’image telle qu’elle a été examinée</translation>
    </message>
    <message>
        <source>The same with the engine&apos;s map and the regions of the numbered clues</source>
        <translation>La même avec la carte du moteur et les zones des indices numérotés</translation>
    </message>
    <message>
        <source>Map: %1 (blue; lower values are not drawn) to %2 (yellow: stands out most), laid over the picture at %3 % opacity.</source>
        <translation>Carte : de %1 (bleu ; les valeurs inférieures ne sont pas dessinées) à %2 (jaune : ce qui ressort le plus), superposée à l’image avec %3 % d’opacité.</translation>
    </message>
    <message>
        <source>Hatched and darkened: never seen by the engine.</source>
        <translation>Hachuré et assombri : jamais vu par le moteur.</translation>
    </message>
    <message>
        <source>File and SHA-256</source>
        <translation>Fichier et SHA-256</translation>
    </message>
    <message>
        <source>Outside the usual range, but no clue rests on it; method applicable.</source>
        <translation>Hors de la plage habituelle, mais aucun indice ne s’appuie dessus ; méthode applicable.</translation>
    </message>
    <message>
        <source>There is no map with this result, and no clue has a region: nothing is drawn over the picture.</source>
        <translation>Ce résultat n’a pas de carte et aucun indice n’a de zone : rien n’est dessiné sur l’image.</translation>
    </message>
    <message>
        <source>Not examined, and why</source>
        <translation>Non examinés, et pourquoi</translation>
    </message>
    <message>
        <source>Regions of a model&apos;s sentences show where it looked while it said them, to about one of its image cells. Only a check by occlusion tells whether the place matters to the sentence, and no check tells whether the sentence is true.</source>
        <translation>Les zones des phrases d’un modèle montrent où il regardait en les disant, à environ une de ses cellules d’image près. Seule une vérification par occultation dit si l’endroit compte pour la phrase, et aucune ne dit si la phrase est vraie.</translation>
    </message>
    <message>
        <source>Dashed outline: where the model looked; nobody checked whether the place matters. Regions that a check did not support are not drawn.</source>
        <translation>Contour en tirets : où le modèle a regardé ; personne n’a vérifié si l’endroit compte. Les zones qu’une vérification n’a pas soutenues ne sont pas dessinées.</translation>
    </message>
    <message>
        <source>What the examiner marked in the picture</source>
        <translation>Ce que l’examinateur a marqué dans l’image</translation>
    </message>
    <message>
        <source>The same with the engine&apos;s map, the regions of the numbered clues, and what the examiner marked (A1, A2 …)</source>
        <translation>La même avec la carte du moteur, les zones des indices numérotés et ce que l’examinateur a marqué (A1, A2 …)</translation>
    </message>
    <message>
        <source>There is no map with this result; only regions and marks are drawn.</source>
        <translation>Ce résultat n’a pas de carte ; seules des zones et des marques sont dessinées.</translation>
    </message>
    <message>
        <source>kept elsewhere, not fetched</source>
        <translation>conservées ailleurs, non récupérées</translation>
    </message>
    <message>
        <source>present, not checked</source>
        <translation>présentes, non vérifiées</translation>
    </message>
    <message>
        <source>present, do not hold</source>
        <translation>présentes, ne tiennent pas</translation>
    </message>
    <message>
        <source>intact; the signer is on no given list</source>
        <translation>intactes ; le signataire n’est sur aucune liste donnée</translation>
    </message>
    <message>
        <source>intact; the signer is on a given list</source>
        <translation>intactes ; le signataire est sur une liste donnée</translation>
    </message>
    <message>
        <source>Signed at %1 by the time stamp of %2, which is on a given list.</source>
        <translation>Signé à %1 selon l’horodatage de %2, qui est sur une liste donnée.</translation>
    </message>
    <message>
        <source>Signed at %1 by the time stamp of %2, which is on none of the given lists.</source>
        <translation>Signé à %1 selon l’horodatage de %2, qui n’est sur aucune des listes données.</translation>
    </message>
    <message>
        <source>source type %1</source>
        <translation>type de source %1</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>certificat de %1</translation>
    </message>
    <message>
        <source>made from %1</source>
        <translation>fait à partir de %1</translation>
    </message>
    <message>
        <source>contains %1</source>
        <translation>contient %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>a utilisé %1</translation>
    </message>
    <message>
        <source>Not covered by the signature: %1 bytes from %2. %3</source>
        <translation>Non couverts par la signature : %1 octets à partir de %2. %3</translation>
    </message>
    <message>
        <source>Form of the question</source>
        <translation>Forme de la question</translation>
    </message>
    <message>
        <source>Probability of a fake, asked so</source>
        <translation>Probabilité de faux, ainsi questionné</translation>
    </message>
    <message>
        <source>an identity is stated, which was not verified</source>
        <translation>une identité est indiquée, qui n’a pas été vérifiée</translation>
    </message>
    <message>
        <source>check failed: %1</source>
        <translation>contrôle échoué : %1</translation>
    </message>
    <message>
        <source>Metadata are quoted as the file states them. Content Credentials were checked with what the file holds and the given lists; no network was used.</source>
        <translation>Les métadonnées sont citées telles que le fichier les indique. Les Content Credentials ont été vérifiés avec ce que contient le fichier et les listes données ; le réseau n’a pas été utilisé.</translation>
    </message>
</context>
<context>
    <name>SharedVerdict</name>
    <message>
        <source>%1: %2 Examined by the %3 engine of Clueglass %4; a probability, not a proof.</source>
        <extracomment>%1 file, %2 a whole sentence with the verdict, %3 and %4 engine and program version</extracomment>
        <translation>%1 : %2 Examiné par le moteur %3 de Clueglass %4 ; une probabilité, pas une preuve.</translation>
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
        <translation>Avec les constats</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Preparing the picture</source>
        <translation>Préparation de l&apos;image</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Observation de l&apos;image</translation>
    </message>
    <message>
        <source>Reading the question</source>
        <translation>Lecture de la question</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Réponse en cours</translation>
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
        <translation>Photo</translation>
    </message>
    <message>
        <source>Fake</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Indécis</translation>
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
        <translation>Généré par IA</translation>
    </message>
    <message>
        <source>Face swap</source>
        <translation>Échange de visage</translation>
    </message>
    <message>
        <source>Splice</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Copy-move</source>
        <translation>Copier-déplacer</translation>
    </message>
    <message>
        <source>Inpainting</source>
        <translation>Inpainting</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Retouché</translation>
    </message>
    <message>
        <source>Unknown manner</source>
        <translation>Manière inconnue</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>Animal</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Scenery</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <source>Human</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Satellite picture</source>
        <translation>Image satellite</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation>Non déterminé</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Géométrie</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>Éclairage</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>Rééchantillonnage</translation>
    </message>
    <message>
        <source>Duplication</source>
        <translation>Duplication</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spectre</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>said by the model</source>
        <translation>dit par le modèle</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>stated by the file</source>
        <translation>indiqué par le fichier</translation>
    </message>
    <message>
        <source>toward fake</source>
        <translation>vers le faux</translation>
    </message>
    <message>
        <source>toward photograph</source>
        <translation>vers la photo</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutre</translation>
    </message>
    <message>
        <source>Error level</source>
        <translation>Niveau d’erreur</translation>
    </message>
    <message>
        <source>JPEG ghosts</source>
        <translation>Fantômes JPEG</translation>
    </message>
    <message>
        <source>Double quantization</source>
        <translation>Double quantification</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>Niveau de bruit</translation>
    </message>
    <message>
        <source>Color filter array</source>
        <translation>Matrice de filtres colorés</translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation>Spectre de puissance</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Décodage</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Chargement du moteur</translation>
    </message>
    <message>
        <source>Preparing plots</source>
        <translation>Préparation des courbes</translation>
    </message>
    <message>
        <source>Reading metadata</source>
        <translation>Lecture des métadonnées</translation>
    </message>
    <message>
        <source>Fake, with a probability of %1 %.</source>
        <translation>Faux, avec une probabilité de %1 %.</translation>
    </message>
    <message>
        <source>The engine as a whole</source>
        <translation>Le moteur au total</translation>
    </message>
    <message>
        <source>Checking the regions</source>
        <translation>Vérification des régions</translation>
    </message>
    <message>
        <source>Everything together</source>
        <translation>Le tout ensemble</translation>
    </message>
    <message>
        <source>Fine texture</source>
        <translation>Texture fine</translation>
    </message>
    <message>
        <source>Foreign parts</source>
        <translation>Parties étrangères</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Forme du fichier</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Stated by the file</source>
        <translation>Déclaré par le fichier</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>Filigrane</translation>
    </message>
    <message>
        <source>Signed credentials</source>
        <translation>Déclaration signée</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modèle de langage</translation>
    </message>
    <message>
        <source>Such a statement is not signed: it can be added or removed by hand.</source>
        <translation>Une telle déclaration n’est pas signée : elle peut être ajoutée ou supprimée à la main.</translation>
    </message>
    <message>
        <source>A program can put such a mark into any picture, and strong changes of the picture remove it.</source>
        <translation>Un programme peut mettre une telle marque dans n’importe quelle image, et de fortes modifications de l’image l’enlèvent.</translation>
    </message>
    <message>
        <source>A signed statement can be removed, but not changed unnoticed.</source>
        <translation>Une déclaration signée peut être supprimée, mais pas modifiée sans que cela se remarque.</translation>
    </message>
    <message>
        <source>Fake, by a watermark: the pixels carry the one of %1.</source>
        <translation>Faux, par un filigrane : les pixels portent celui de %1.</translation>
    </message>
    <message>
        <source>Photograph, signed by %1 as taken with a camera.</source>
        <translation>Photo, signée par %1 comme prise avec un appareil.</translation>
    </message>
    <message>
        <source>Fake in part, signed by %1 as changed with a generator.</source>
        <translation>Faux en partie, signé par %1 comme modifié avec un générateur.</translation>
    </message>
    <message>
        <source>Fake, signed by %1 as made by a generator.</source>
        <translation>Faux, signé par %1 comme créé par un générateur.</translation>
    </message>
    <message>
        <source>Fake in part, stated by the file: it declares generated parts.</source>
        <translation>Faux en partie, déclaré par le fichier : il annonce des parties générées.</translation>
    </message>
    <message>
        <source>Fake, stated by the file: it declares a generator as its origin.</source>
        <translation>Faux, déclaré par le fichier : il annonce un générateur comme origine.</translation>
    </message>
    <message>
        <source>Fake in part, stated by the file: it was changed with %1.</source>
        <translation>Faux en partie, déclaré par le fichier : il a été modifié avec %1.</translation>
    </message>
    <message>
        <source>Fake, stated by the file: it names %1.</source>
        <translation>Faux, déclaré par le fichier : il nomme %1.</translation>
    </message>
    <message>
        <source>Without that, the probability of a fake is %1 %.</source>
        <translation>Sans cela, la probabilité d’un faux est de %1 %.</translation>
    </message>
    <message>
        <source>Without that, there is no verdict.</source>
        <translation>Sans cela, il n’y a pas de verdict.</translation>
    </message>
    <message>
        <source>Inconclusive: this picture cannot be judged from its pixels.</source>
        <translation>Indécis : les pixels ne permettent pas de juger cette image.</translation>
    </message>
    <message>
        <source>Inconclusive, leaning toward generated (probability of a fake %1 %).</source>
        <translation>Indécis, plutôt générée (probabilité d’un faux : %1 %).</translation>
    </message>
    <message>
        <source>Inconclusive, leaning toward a photograph (probability of a fake %1 %).</source>
        <translation>Indécis, plutôt une photographie (probabilité d’un faux : %1 %).</translation>
    </message>
    <message>
        <source>Inconclusive: the evidence points neither way (probability of a fake %1 %).</source>
        <translation>Indécis : les indices ne vont dans aucun sens (probabilité d’un faux : %1 %).</translation>
    </message>
    <message>
        <source>No sign of generation found (probability of a fake %1 %).</source>
        <translation>Aucun signe de génération trouvé (probabilité d’un faux : %1 %).</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Structure of the whole</source>
        <translation>Structure de l’ensemble</translation>
    </message>
</context>
<context>
    <name>app::desktop::Composition</name>
    <message>
        <source>The engine could not start: %1</source>
        <translation>Le moteur n’a pas pu démarrer : %1</translation>
    </message>
    <message>
        <source>Examinations will be slow: the system uses the reference BLAS (%1). Install the package libopenblas0-openmp, which makes them 30 times faster.</source>
        <translation>Les examens seront lents : le système utilise la BLAS de référence (%1). Installez le paquet libopenblas0-openmp, ils seront 30 fois plus rapides.</translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation>La langue changera au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>%1 could not be loaded; the engine in use is: %2. The reason: %3</source>
        <translation>%1 n&apos;a pas pu être chargé ; moteur utilisé : %2. Raison : %3</translation>
    </message>
</context>
<context>
    <name>ui::annotation::AnnotationDesk</name>
    <message>
        <source>&amp;Draw and change annotations</source>
        <translation>&amp;Dessiner et modifier les annotations</translation>
    </message>
    <message>
        <source>The &amp;last shape again</source>
        <translation>Dernière &amp;forme encore une fois</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;upliquer</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Zoom to it</source>
        <translation>&amp;Zoomer dessus</translation>
    </message>
    <message>
        <source>E&amp;xport as COCO…</source>
        <translation>E&amp;xporter en COCO…</translation>
    </message>
    <message>
        <source>Export for &amp;labelme…</source>
        <translation>Exporter pour &amp;labelme…</translation>
    </message>
    <message>
        <source>&amp;Import COCO or labelme…</source>
        <translation>&amp;Importer COCO ou labelme…</translation>
    </message>
    <message>
        <source>Exported: %1 annotations of %2 pictures.</source>
        <translation>Exporté : annotations : %1, images : %2.</translation>
    </message>
    <message>
        <source>Imported: %1 annotations; left out, because the picture or the shape is unknown or the size differs: %2.</source>
        <translation>Importé : annotations : %1 ; laissées de côté, parce que l&apos;image ou la forme est inconnue ou que la taille diffère : %2.</translation>
    </message>
    <message>
        <source>Open a case first: annotations are kept in cases.</source>
        <translation>Ouvrez d&apos;abord un dossier : les annotations sont conservées dans les dossiers.</translation>
    </message>
    <message>
        <source>Export annotations as COCO</source>
        <translation>Exporter les annotations en COCO</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
    <message>
        <source>Folder for labelme&apos;s files</source>
        <translation>Dossier pour les fichiers de labelme</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importer des annotations</translation>
    </message>
    <message>
        <source>COCO or labelme (*.json)</source>
        <translation>COCO ou labelme (*.json)</translation>
    </message>
    <message>
        <source>Annotations are kept in a case. Make one with File, New case: it takes in the pictures that are open, with their results.</source>
        <translation>Les annotations sont conservées dans un dossier. Créez-en un avec Fichier, Nouveau dossier : il reprend les images ouvertes avec leurs résultats.</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>É&amp;tiquettes…</translation>
    </message>
</context>
<context>
    <name>ui::annotation::AnnotationPanel</name>
    <message>
        <source>Clue %1: %2</source>
        <extracomment>%1 number of a clue, %2 its sentence</extracomment>
        <translation>Indice %1 : %2</translation>
    </message>
    <message>
        <source>Measurement: %1</source>
        <translation>Mesure : %1</translation>
    </message>
    <message>
        <source>Nothing is drawn on this picture. Choose a shape in the Annotate menu and drag over the picture; Escape ends drawing.</source>
        <translation>Rien n&apos;est dessiné sur cette image. Choisissez une forme dans le menu Annoter et tracez-la sur l&apos;image ; Échap termine le dessin.</translation>
    </message>
    <message>
        <source>Annotations of this picture</source>
        <translation>Annotations de cette image</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Étiquette :</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>&amp;Commentaire :</translation>
    </message>
    <message>
        <source>Linked &amp;to:</source>
        <translation>Li&amp;ée à :</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>ui::annotation::LabelListDialog</name>
    <message>
        <source>Labels for annotations</source>
        <translation>Étiquettes des annotations</translation>
    </message>
    <message>
        <source>These are offered when an annotation is labeled. What is drawn already keeps its label. F2 renames.</source>
        <translation>Elles sont proposées pour étiqueter une annotation. Ce qui est déjà dessiné garde son étiquette. F2 renomme.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Mon&amp;ter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>De&amp;faults</source>
        <translation>Valeurs par dé&amp;faut</translation>
    </message>
</context>
<context>
    <name>ui::cases::CaseDesk</name>
    <message>
        <source>Taking in %1 of %2: %3</source>
        <translation>Ajout de %1 sur %2 : %3</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found again and have the bytes of their intake.</source>
        <translation>
            <numerusform>%n image a été retrouvée, avec les octets de son ajout.</numerusform>
            <numerusform>%n images ont été retrouvées, avec les octets de leur ajout.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>%n image manque encore.</numerusform>
            <numerusform>%n images manquent encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>unnamed examiner</source>
        <translation>examinateur sans nom</translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation>Ouvrir un dossier d’affaire</translation>
    </message>
    <message>
        <source>Folder in which the missing pictures are now</source>
        <translation>Dossier où se trouvent maintenant les images manquantes</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) could not be taken in.</source>
        <translation>
            <numerusform>%n autre fichier n’a pas pu être ajouté.</numerusform>
            <numerusform>%n autres fichiers n’ont pas pu être ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of these pictures are in the case already.</source>
        <translation>Toutes ces images sont déjà dans l’affaire.</translation>
    </message>
    <message>
        <source>No case was open before</source>
        <translation>Aucune affaire n’a encore été ouverte</translation>
    </message>
    <message>
        <source>Folder whose new pictures come into the case</source>
        <translation>Dossier dont les nouvelles images entrent dans le dossier d&apos;enquête</translation>
    </message>
</context>
<context>
    <name>ui::cases::FolderWatch</name>
    <message>
        <source>The name of %1 is not valid UTF-8, so it is not taken in. Rename it, or take it in as a copy on the command line.</source>
        <translation>Le nom de %1 n’est pas de l’UTF-8 valide ; ce fichier n’est pas ajouté. Renommez-le ou ajoutez-le comme copie en ligne de commande.</translation>
    </message>
    <message>
        <source>%1 changed after it was taken in; it is taken in again.</source>
        <translation>%1 a changé après son ajout ; il est ajouté de nouveau.</translation>
    </message>
    <message>
        <source>%1 lacks its end, and nothing was added to it for a minute; it is taken in as it is.</source>
        <translation>La fin de %1 manque et rien n’y a été ajouté pendant une minute ; le fichier est ajouté tel quel.</translation>
    </message>
</context>
<context>
    <name>ui::cases::NewCaseDialog</name>
    <message>
        <source>New case</source>
        <translation>Nouvelle affaire</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Affaire %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder for the case</source>
        <translation>Choisir le dossier de l’affaire</translation>
    </message>
    <message>
        <source>Leave them where they are and refer to them</source>
        <translation>Les laisser en place et y faire référence</translation>
    </message>
    <message>
        <source>Keep read-only copies in the case</source>
        <translation>Garder des copies en lecture seule dans l’affaire</translation>
    </message>
    <message numerus="yes">
        <source>Take in the %n picture(s) that are open now</source>
        <translation>
            <numerusform>Ajouter l’image ouverte (%n)</numerusform>
            <numerusform>Ajouter les %n images ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>In &amp;folder</source>
        <translation>Dans le &amp;dossier</translation>
    </message>
    <message>
        <source>Picture files</source>
        <translation>Fichiers d’image</translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation>Créer l’affaire</translation>
    </message>
    <message>
        <source>Folder for the case</source>
        <translation>Dossier de l’affaire</translation>
    </message>
    <message>
        <source>Give the case a name that can be a folder&apos;s name.</source>
        <translation>Donnez à l’affaire un nom qui puisse être celui d’un dossier.</translation>
    </message>
    <message>
        <source>Choose the folder in which the case is made.</source>
        <translation>Choisissez le dossier dans lequel l’affaire est créée.</translation>
    </message>
    <message>
        <source>There is something at %1 already.</source>
        <translation>Il y a déjà quelque chose à %1.</translation>
    </message>
</context>
<context>
    <name>ui::cases::ScratchDesk</name>
    <message>
        <source>%1 unsaved pictures</source>
        <translation>%1 images non enregistrées</translation>
    </message>
    <message>
        <source>Save as case</source>
        <translation>Enregistrer comme affaire</translation>
    </message>
    <message>
        <source>Discard the unsaved pictures?</source>
        <translation>Abandonner les images non enregistrées ?</translation>
    </message>
    <message>
        <source>Their results, ratings, notes and annotations are deleted. The picture files themselves stay where they are.</source>
        <translation>Leurs résultats, notes, remarques et annotations sont supprimés. Les fichiers des images restent où ils sont.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Keep these pictures?</source>
        <translation>Garder ces images ?</translation>
    </message>
    <message>
        <source>They are not saved as a case yet.</source>
        <translation>Elles ne sont pas encore enregistrées comme affaire.</translation>
    </message>
    <message>
        <source>Save as case…</source>
        <translation>Enregistrer comme affaire…</translation>
    </message>
</context>
<context>
    <name>ui::clues::ClueDelegate</name>
    <message>
        <source>What to do: %1</source>
        <translation>Que faire : %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
</context>
<context>
    <name>ui::clues::ClueListModel</name>
    <message>
        <source>Clue %1: %2 %3</source>
        <translation>Indice %1 : %2 %3</translation>
    </message>
    <message>
        <source>strength %1 %</source>
        <translation>force %1 %</translation>
    </message>
</context>
<context>
    <name>ui::clues::CluePanel</name>
    <message>
        <source>Clues</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Check this region</source>
        <translation>Vérifier cette zone</translation>
    </message>
    <message>
        <source>Check all regions</source>
        <translation>Vérifier toutes les zones</translation>
    </message>
    <message>
        <source>Removes the region from the picture and asks how readily the model still says the sentence, beside equally large other places. This takes many times as long as the answer.</source>
        <translation>Retire la zone de l’image et demande si le modèle dit encore volontiers la phrase, comparé à d’autres endroits de même taille. Cela prend bien plus de temps que la réponse.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Avancement de la vérification</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Annuler la vérification</translation>
    </message>
    <message>
        <source>What speaks for and against</source>
        <translation>Ce qui plaide pour et contre</translation>
    </message>
    <message>
        <source>No method found anything unusual.</source>
        <translation>Aucune méthode n’a rien trouvé d’inhabituel.</translation>
    </message>
</context>
<context>
    <name>ui::clues::OriginBanner</name>
    <message>
        <source>Model: %1</source>
        <translation>Modèle : %1</translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation>Graine : %1</translation>
    </message>
    <message>
        <source>Made from another picture.</source>
        <translation>Fait à partir d’une autre image.</translation>
    </message>
    <message>
        <source>Not wanted: %1</source>
        <translation>Non voulu : %1</translation>
    </message>
    <message>
        <source>What is stated about the origin</source>
        <translation>Ce qui est déclaré sur l’origine</translation>
    </message>
    <message>
        <source>Show the whole prompt…</source>
        <translation>Afficher toute l’invite…</translation>
    </message>
    <message>
        <source>Prompt: “%1”</source>
        <translation>Invite : « %1 »</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>Se trouve dans : %1</translation>
    </message>
    <message>
        <source>What the file says about its making</source>
        <translation>Ce que le fichier dit de sa fabrication</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>ui::clues::VerdictCard</name>
    <message>
        <source>Get the original file</source>
        <translation>Obtenir le fichier d’origine</translation>
    </message>
    <message>
        <source>The file as the camera or the generator wrote it holds the most traces; messengers and web sites remove them.</source>
        <translation>Le fichier tel que l’appareil ou le générateur l’a écrit garde le plus de traces ; messageries et sites les enlèvent.</translation>
    </message>
    <message>
        <source>Get a larger copy</source>
        <translation>Obtenir une copie plus grande</translation>
    </message>
    <message>
        <source>Small pictures hold too little to measure.</source>
        <translation>Les petites images contiennent trop peu à mesurer.</translation>
    </message>
    <message>
        <source>Get a complete copy</source>
        <translation>Obtenir une copie complète</translation>
    </message>
    <message>
        <source>This file breaks off before its end.</source>
        <translation>Ce fichier s’interrompt avant sa fin.</translation>
    </message>
    <message>
        <source>Ask another engine</source>
        <translation>Demander à un autre moteur</translation>
    </message>
    <message>
        <source>A language model looks at what the picture shows, which measurements cannot.</source>
        <translation>Un modèle de langage regarde ce que montre l’image, ce que les mesures ne peuvent pas.</translation>
    </message>
    <message>
        <source>Probability of a fake: %1 %</source>
        <translation>Probabilité d’un faux : %1 %</translation>
    </message>
    <message>
        <source>Points to: %1</source>
        <translation>Désigne : %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Remarque : %1</translation>
    </message>
    <message>
        <source>The picture as a whole: %1</source>
        <translation>L’image dans l’ensemble : %1</translation>
    </message>
</context>
<context>
    <name>ui::clues::VerdictGauge</name>
    <message>
        <source>%1 % fake; photograph below %2 %, fake above %3 %</source>
        <translation>%1 % faux ; photo sous %2 %, faux au-dessus de %3 %</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>From photograph to generated</source>
        <translation>De la photographie au généré</translation>
    </message>
    <message>
        <source>Without a verdict the scale does not count.</source>
        <translation>Sans verdict, l’échelle ne compte pas.</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Généré</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>ne compte pas</translation>
    </message>
</context>
<context>
    <name>ui::comparison::ComparisonWindow</name>
    <message>
        <source>Comparison – Clueglass</source>
        <translation>Comparaison – Clueglass</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Image %1 : %2</translation>
    </message>
    <message>
        <source>How the pictures are compared</source>
        <translation>Manière de comparer les images</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Edge to drag</source>
        <translation>Bord à déplacer</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>&amp;Move together</source>
        <translation>&amp;Déplacer ensemble</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>Gain de la différence</translation>
    </message>
    <message>
        <source>Opacity of the second picture</source>
        <translation>Opacité de la seconde image</translation>
    </message>
    <message>
        <source>Place of the edge</source>
        <translation>Position du bord</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 fois</translation>
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
        <translation>Choisir le moteur</translation>
    </message>
    <message>
        <source>Loading %1: %2 %</source>
        <translation>Chargement de %1 : %2 %</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>Moteur : %1</translation>
    </message>
    <message>
        <source>The engine is loaded with the first picture</source>
        <translation>Le moteur est chargé avec la première image</translation>
    </message>
</context>
<context>
    <name>ui::engines::EngineDialog</name>
    <message>
        <source>Engines</source>
        <translation>Moteurs</translation>
    </message>
    <message>
        <source>Drop the folder of a FakeVLM checkpoint here, or choose it.</source>
        <translation>Déposez ici le dossier d&apos;un checkpoint FakeVLM, ou choisissez-le.</translation>
    </message>
    <message>
        <source>&amp;Add checkpoint folder…</source>
        <translation>&amp;Ajouter un dossier de checkpoint…</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>&amp;Check the folder</source>
        <translation>&amp;Vérifier le dossier</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Annuler la vérification</translation>
    </message>
    <message>
        <source>The folder is being checked</source>
        <translation>Le dossier est en cours de vérification</translation>
    </message>
    <message>
        <source>&amp;Use this engine</source>
        <translation>&amp;Utiliser ce moteur</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Chargement du moteur</translation>
    </message>
    <message>
        <source>Cancel &amp;loading</source>
        <translation>Annuler le char&amp;gement</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (utilisé)</translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation>Dossier du checkpoint</translation>
    </message>
    <message>
        <source>%1 is being loaded; it takes over when the picture in progress is done.</source>
        <translation>%1 est en cours de chargement et prendra le relais quand l&apos;image en cours sera terminée.</translation>
    </message>
    <message>
        <source>This engine is in use. Pictures that are already examined keep their result.</source>
        <translation>Ce moteur est utilisé. Les images déjà examinées gardent leur résultat.</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>Utilisé : %1</translation>
    </message>
    <message>
        <source>Choose the &amp;base model&apos;s folder…</source>
        <translation>Choisir le dossier du modèle de &amp;base…</translation>
    </message>
    <message>
        <source>Base model&apos;s folder</source>
        <translation>Dossier du modèle de base</translation>
    </message>
    <message>
        <source>Base model: %1</source>
        <translation>Modèle de base : %1</translation>
    </message>
</context>
<context>
    <name>ui::engines::ModelCheckView</name>
    <message>
        <source>%1 billion</source>
        <translation>%1 milliards</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 millions</translation>
    </message>
    <message>
        <source>Ready to use.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <source>Not ready: something is missing.</source>
        <translation>Pas prêt : il manque quelque chose.</translation>
    </message>
    <message>
        <source>Not ready: this folder cannot be used as it is.</source>
        <translation>Pas prêt : ce dossier n&apos;est pas utilisable tel quel.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… et %1 de plus.</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Type : %1</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>Paramètres : %1</translation>
    </message>
    <message>
        <source>Stored as %1, %2</source>
        <translation>Enregistré en %1, %2</translation>
    </message>
    <message>
        <source>Memory needed, by precision: %1</source>
        <translation>Mémoire nécessaire selon la précision : %1</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>Files of the checkpoint</source>
        <translation>Fichiers du checkpoint</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>ui::gallery::FilterChips</name>
    <message>
        <source>No longer only: %1, %2</source>
        <translation>Ne plus limiter à : %1, %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>Retirer tous les filtres</translation>
    </message>
</context>
<context>
    <name>ui::gallery::FilterPopup</name>
    <message>
        <source>Values to filter by</source>
        <translation>Valeurs à filtrer</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryArrangement</name>
    <message>
        <source>No camera named</source>
        <translation>Aucun appareil indiqué</translation>
    </message>
    <message>
        <source>Not examined yet</source>
        <translation>Pas encore examinées</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryBar</name>
    <message>
        <source>Search names, tags, clues, notes, hashes</source>
        <translation>Chercher noms, mots-clés, indices, notes, empreintes</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Show only pictures with chosen properties</source>
        <translation>N&apos;afficher que les images aux propriétés choisies</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Ordre d&apos;ajout</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>Fakes first</source>
        <translation>Faux d&apos;abord</translation>
    </message>
    <message>
        <source>Photographs first</source>
        <translation>Photographies d&apos;abord</translation>
    </message>
    <message>
        <source>Disagreement first</source>
        <translation>Désaccords d&apos;abord</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Mieux notées d&apos;abord</translation>
    </message>
    <message>
        <source>Not reviewed first</source>
        <translation>Non revues d&apos;abord</translation>
    </message>
    <message>
        <source>Latest first, by time taken</source>
        <translation>Plus récentes prises de vue d&apos;abord</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Piles</translation>
    </message>
    <message>
        <source>No stacks</source>
        <translation>Aucune pile</translation>
    </message>
    <message>
        <source>Stacks by folder</source>
        <translation>Piles par dossier</translation>
    </message>
    <message>
        <source>Stacks by camera</source>
        <translation>Piles par appareil</translation>
    </message>
    <message>
        <source>Stacks of near duplicates</source>
        <translation>Piles de quasi-doublons</translation>
    </message>
    <message>
        <source>Stacks by verdict</source>
        <translation>Piles par verdict</translation>
    </message>
    <message>
        <source>Largest files first</source>
        <translation>Plus gros fichiers d’abord</translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryPanel</name>
    <message>
        <source>%1 of %2 shown, %3 seen</source>
        <translation>%1 sur %2 affichées, %3 vues</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 reviewed</source>
        <translation>%1 sur %2 affichées, %3 revues</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Taille des vignettes</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>Aucune image ne correspond.</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Afficher toutes les images</translation>
    </message>
</context>
<context>
    <name>ui::gallery::SavedViews</name>
    <message>
        <source>Saved filters</source>
        <translation>Filtres enregistrés</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>&amp;Enregistrer ce filtre…</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>&amp;Tout montrer</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Enregistrer ce filtre</translation>
    </message>
    <message>
        <source>Name for this search, filter, order and stacks:</source>
        <translation>Nom pour cette recherche, ce filtre, cet ordre et ces piles :</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>ui::main_window::MainActions</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation>&amp;Ouvrir des images…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Paste pictures</source>
        <translation>&amp;Coller des images</translation>
    </message>
    <message>
        <source>&amp;Export PDF report…</source>
        <translation>&amp;Exporter un rapport PDF…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>Image &amp;précédente</translation>
    </message>
    <message>
        <source>Pause or &amp;resume</source>
        <translation>Suspendre ou &amp;reprendre</translation>
    </message>
    <message>
        <source>&amp;Cancel all</source>
        <translation>Tout &amp;annuler</translation>
    </message>
    <message>
        <source>Re&amp;try failed</source>
        <translation>Réessayer les é&amp;checs</translation>
    </message>
    <message>
        <source>&amp;Copy the verdict as a sentence</source>
        <translation>&amp;Copier le verdict en une phrase</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Show the &amp;thumbnails</source>
        <translation>Afficher les &amp;vignettes</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Clueglass</source>
        <translation>À &amp;propos de Clueglass</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>File d’a&amp;ttente</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Barre d’outils principale</translation>
    </message>
    <message>
        <source>E&amp;ngines…</source>
        <translation>&amp;Moteurs…</translation>
    </message>
    <message>
        <source>E&amp;xamine again</source>
        <translation>E&amp;xaminer de nouveau</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouvelle affaire…</translation>
    </message>
    <message>
        <source>Open &amp;case…</source>
        <translation>Ouvrir une &amp;affaire…</translation>
    </message>
    <message>
        <source>C&amp;lose the case</source>
        <translation>&amp;Fermer l’affaire</translation>
    </message>
    <message>
        <source>Find &amp;missing pictures again…</source>
        <translation>Retrouver les images &amp;manquantes…</translation>
    </message>
    <message>
        <source>Next unre&amp;viewed picture</source>
        <translation>Image non re&amp;vue suivante</translation>
    </message>
    <message>
        <source>Previous &amp;unreviewed picture</source>
        <translation>Image non &amp;revue précédente</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>Affaires &amp;récentes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Éd&amp;ition</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Examen</translation>
    </message>
    <message>
        <source>&amp;Selected pictures and identical files</source>
        <translation>Images &amp;choisies et fichiers identiques</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>A&amp;nnoter</translation>
    </message>
    <message>
        <source>&amp;Search the pictures</source>
        <translation>&amp;Chercher parmi les images</translation>
    </message>
    <message>
        <source>&amp;Filter the pictures</source>
        <translation>&amp;Filtrer les images</translation>
    </message>
    <message>
        <source>Filter and sort &amp;again</source>
        <translation>Filtrer et trier à no&amp;uveau</translation>
    </message>
    <message>
        <source>&amp;Open or close the stack</source>
        <translation>&amp;Ouvrir ou fermer la pile</translation>
    </message>
    <message>
        <source>Open or close a&amp;ll stacks</source>
        <translation>Ouvrir ou fermer tou&amp;tes les piles</translation>
    </message>
    <message>
        <source>Show all &amp;panels</source>
        <translation>Afficher tous les &amp;panneaux</translation>
    </message>
    <message>
        <source>&amp;Compare pictures…</source>
        <translation>&amp;Comparer des images…</translation>
    </message>
    <message>
        <source>&amp;Watch a folder for new pictures…</source>
        <translation>&amp;Surveiller un dossier…</translation>
    </message>
    <message>
        <source>&amp;First picture</source>
        <translation>&amp;Première image</translation>
    </message>
    <message>
        <source>&amp;Last picture</source>
        <translation>&amp;Dernière image</translation>
    </message>
    <message>
        <source>&amp;Go to picture…</source>
        <translation>&amp;Aller à l’image…</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>Vignettes plus &amp;grandes</translation>
    </message>
    <message>
        <source>S&amp;maller thumbnails</source>
        <translation>Vignettes plus p&amp;etites</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>I&amp;mage</translation>
    </message>
    <message>
        <source>Sa&amp;ve as case…</source>
        <translation>Enregistrer comme a&amp;ffaire…</translation>
    </message>
    <message>
        <source>&amp;Discard the unsaved pictures…</source>
        <translation>&amp;Abandonner les images non enregistrées…</translation>
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
        <translation>À propos de Clueglass</translation>
    </message>
    <message>
        <source>Clueglass %1 tells photographs from generated and manipulated pictures and shows why.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Clueglass %1 distingue les photos des images générées ou manipulées et montre pourquoi.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif *.avif);;All files (*)</source>
        <translation>Images (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif *.avif);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Image %1 sur %2</translation>
    </message>
    <message>
        <source>Let go to examine them; your files are only read.</source>
        <translation>Relâchez pour les examiner ; vos fichiers sont seulement lus.</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Open a second picture to compare it with.</source>
        <translation>Ouvrez une seconde image pour la comparaison.</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>Surveillance de %1</translation>
    </message>
    <message>
        <source>Go to picture</source>
        <translation>Aller à l’image</translation>
    </message>
    <message>
        <source>Number of the picture, 1 to %1:</source>
        <translation>Numéro de l’image, de 1 à %1 :</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Not saved yet: save as case…</source>
        <translation>Pas encore enregistré : comme affaire…</translation>
    </message>
    <message>
        <source>Results and decisions are kept on this computer until you save them as a case or discard them.</source>
        <translation>Résultats et décisions sont gardés sur cet ordinateur jusqu’à ce que vous les enregistriez comme affaire ou les abandonniez.</translation>
    </message>
    <message>
        <source>The verdict was copied as a sentence.</source>
        <translation>Le verdict a été copié comme phrase.</translation>
    </message>
    <message>
        <source>This is only an address. Save the picture first and drop the file.</source>
        <translation>Ce n’est qu’une adresse. Enregistrez d’abord l’image, puis déposez le fichier.</translation>
    </message>
    <message>
        <source>not saved as a case</source>
        <translation>pas enregistré comme affaire</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (lecture seule)</translation>
    </message>
</context>
<context>
    <name>ui::main_window::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>ui::main_window::PathScanner</name>
    <message>
        <source>The name of %1 is not valid UTF-8, so the window cannot open it. Rename it, or examine it on the command line.</source>
        <translation>Le nom de %1 n’est pas de l’UTF-8 valide ; la fenêtre ne peut pas ouvrir ce fichier. Renommez-le ou examinez-le en ligne de commande.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are hidden or no pictures by name and content; each has a row that says what it is.</source>
        <extracomment>%1 folder</extracomment>
        <translation>
            <numerusform>%n fichier dans %1 est caché ou n’est pas une image d’après son nom et son contenu ; il a une ligne qui dit ce qu’il est.</numerusform>
            <numerusform>%n fichiers dans %1 sont cachés ou ne sont pas des images d’après leur nom et leur contenu ; chacun a une ligne qui dit ce qu’il est.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::main_window::PictureIntake</name>
    <message>
        <source>There is no picture in what was opened.</source>
        <translation>Il n’y a aucune image dans ce qui a été ouvert.</translation>
    </message>
    <message>
        <source>There is neither a picture nor a file in it.</source>
        <translation>Il n’y a ni image ni fichier dedans.</translation>
    </message>
    <message>
        <source>This picture came without a file: what a file would tell about its origin is missing. It was kept as %1.</source>
        <translation>Cette image est arrivée sans fichier : ce qu’un fichier dirait de son origine manque. Elle a été conservée sous %1.</translation>
    </message>
    <message>
        <source>Only the address of a picture came along, and this program never goes online. Save the picture in the browser (right click, “Save image as”) and drop the file here; the file also says more than the pixels.</source>
        <translation>Seule l’adresse d’une image est arrivée, et ce programme ne va jamais en ligne. Enregistrez l’image dans le navigateur (clic droit, « Enregistrer l’image sous ») et déposez le fichier ici ; le fichier en dit aussi plus que les pixels.</translation>
    </message>
</context>
<context>
    <name>ui::main_window::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Heat map opacity</source>
        <translation>Opacité de la carte</translation>
    </message>
    <message>
        <source>Alt and mouse wheel</source>
        <translation>Alt et molette</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>Drag, or Alt and arrow keys</source>
        <translation>Glisser, ou Alt et flèches</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Chercher une action ou une touche</translation>
    </message>
    <message>
        <source>New key for the chosen action</source>
        <translation>Nouvelle touche pour l’action choisie</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 appartient à « %2 ». Donnez-lui d’abord une autre touche.</translation>
    </message>
    <message>
        <source>Bare picture and loupe for a moment</source>
        <translation>Image nue et loupe pour un instant</translation>
    </message>
    <message>
        <source>Hold their key</source>
        <translation>Tenir leur touche</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Move the picture sideways</source>
        <translation>Déplacer l’image de côté</translation>
    </message>
    <message>
        <source>Shift and mouse wheel</source>
        <translation>Maj et molette</translation>
    </message>
    <message>
        <source>Move the picture while drawing</source>
        <translation>Déplacer l’image en dessinant</translation>
    </message>
    <message>
        <source>Hold the space bar and drag</source>
        <translation>Tenir la barre d’espace et glisser</translation>
    </message>
    <message>
        <source>Fit and 100 % in turns</source>
        <translation>Ajuster et 100 % tour à tour</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Show or hide all panels</source>
        <translation>Afficher ou masquer tous les panneaux</translation>
    </message>
    <message>
        <source>Tab, on the picture</source>
        <translation>Tabulation, sur l’image</translation>
    </message>
    <message>
        <source>Move the chosen annotation</source>
        <translation>Déplacer l’annotation choisie</translation>
    </message>
    <message>
        <source>Arrow keys: one pixel; with Shift: ten</source>
        <translation>Flèches : un pixel ; avec Maj : dix</translation>
    </message>
    <message>
        <source>Close a polygon; stop drawing</source>
        <translation>Fermer un polygone ; arrêter de dessiner</translation>
    </message>
    <message>
        <source>Return; Escape</source>
        <translation>Entrée ; Échap</translation>
    </message>
    <message>
        <source>Label and comment of the chosen annotation</source>
        <translation>Étiquette et commentaire de l’annotation choisie</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
</context>
<context>
    <name>ui::main_window::WindowReport</name>
    <message>
        <source>It was not examined when the report was written.</source>
        <translation>Elle n’était pas examinée quand le rapport a été écrit.</translation>
    </message>
    <message>
        <source>There is no result to report yet.</source>
        <translation>Il n’y a pas encore de résultat pour un rapport.</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Le rapport a été écrit dans %1.</translation>
    </message>
</context>
<context>
    <name>ui::plots::PlotsPanel</name>
    <message>
        <source>Plot</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation>Spectre de puissance</translation>
    </message>
    <message>
        <source>DCT coefficients</source>
        <translation>Coefficients DCT</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Enregistrer en PNG…</translation>
    </message>
    <message>
        <source>usual for photographs</source>
        <translation>usuel pour des photos</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>share of pixels</source>
        <translation>part des pixels</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>cycles par pixel</translation>
    </message>
    <message>
        <source>power, dB</source>
        <translation>puissance, dB</translation>
    </message>
    <message>
        <source>quantized coefficient</source>
        <translation>coefficient quantifié</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>Save plot</source>
        <translation>Enregistrer la courbe</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>The plot was saved as %1.</source>
        <translation>Le graphique a été enregistré sous %1.</translation>
    </message>
    <message>
        <source>The plot was not saved: %1</source>
        <translation>Le graphique n’a pas été enregistré : %1</translation>
    </message>
</context>
<context>
    <name>ui::provenance::CredentialsView</name>
    <message>
        <source>Manifests and ingredients</source>
        <translation>Manifestes et ingrédients</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Fait à partir de</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Not covered by the signature: %1 bytes from %2. %3</source>
        <translation>Non couverts par la signature : %1 octets à partir de %2. %3</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>%1 (%2), issued by %3, %4</source>
        <translation>%1 (%2), émis par %3, %4</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>stated, not verified</source>
        <translation>déclarée, non vérifiée</translation>
    </message>
    <message>
        <source>Checks that failed</source>
        <translation>Vérifications échouées</translation>
    </message>
</context>
<context>
    <name>ui::provenance::FilePartsView</name>
    <message>
        <source>Small pictures in the file</source>
        <translation>Petites images dans le fichier</translation>
    </message>
    <message>
        <source>%1 bytes from byte %2 on: %3</source>
        <translation>%1 octets à partir de l’octet %2 : %3</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save this part of the file</source>
        <translation>Enregistrer cette partie du fichier</translation>
    </message>
    <message>
        <source>Save a part of the file</source>
        <translation>Enregistrer une partie du fichier</translation>
    </message>
    <message>
        <source>Saved %1 bytes as %2.</source>
        <translation>%1 octets enregistrés sous %2.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>shows something else (likeness %1)</source>
        <translation>montre autre chose (ressemblance %1)</translation>
    </message>
    <message>
        <source>likeness %1</source>
        <translation>ressemblance %1</translation>
    </message>
    <message>
        <source>%1 of 64 hash bits differ</source>
        <translation>%1 bits de l’empreinte sur 64 diffèrent</translation>
    </message>
</context>
<context>
    <name>ui::provenance::MetadataView</name>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Search in the metadata</source>
        <translation>Rechercher dans les métadonnées</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Metadata fields</source>
        <translation>Champs de métadonnées</translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation>Appareil : %1</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>Prise : %1</translation>
    </message>
    <message>
        <source>Software: %1</source>
        <translation>Logiciel : %1</translation>
    </message>
    <message>
        <source>Image generator: %1</source>
        <translation>Générateur d’images : %1</translation>
    </message>
    <message>
        <source>Content credentials: %1</source>
        <translation>Content Credentials : %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy fields</source>
        <translation>Copier les champs</translation>
    </message>
    <message>
        <source>Beside the picture</source>
        <translation>En plus de l’image</translation>
    </message>
    <message>
        <source>%1 bytes from byte %2 on: %3</source>
        <translation>%1 octets à partir de l’octet %2 : %3</translation>
    </message>
    <message>
        <source>Bytes of the file that are not part of its picture</source>
        <translation>Octets du fichier qui ne font pas partie de son image</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>In the order of time; without a zone the clock&apos;s place is not known</source>
        <translation>Dans l’ordre du temps ; sans fuseau, le lieu de l’horloge n’est pas connu</translation>
    </message>
    <message>
        <source>The file does not say how its text is coded; read as %1, a guess.</source>
        <translation>Le fichier ne dit pas comment son texte est codé ; lu comme %1, une supposition.</translation>
    </message>
    <message>
        <source>Stated by the file: %1</source>
        <translation>Déclaré par le fichier : %1</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Générateur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Invite négative</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Échantillonneur</translation>
    </message>
    <message>
        <source>From another picture</source>
        <translation>À partir d’une autre image</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>ui::queue::QueuePanel</name>
    <message>
        <source>Progress of the queue</source>
        <translation>Progression de la file</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>%1 of %2 examined</source>
        <translation>%1 sur %2 examinées</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendue</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>encore %1 environ</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 par minute</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) at the same time</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images en même temps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n annulée</numerusform>
            <numerusform>%n annulées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::report::ReportDialog</name>
    <message>
        <source>Export a PDF report</source>
        <translation>Exporter un rapport PDF</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with a result will be in the report.</source>
        <translation>
            <numerusform>%n image avec résultat figurera dans le rapport.</numerusform>
            <numerusform>%n images avec résultat figureront dans le rapport.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titre :</translation>
    </message>
    <message>
        <source>&amp;Examiner:</source>
        <translation>&amp;Examinateur :</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier :</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Name the file for the report first.</source>
        <translation>Indiquez d’abord un nom de fichier pour le rapport.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it.</source>
        <translation>%1 est un dossier. Indiquez un fichier dans ce dossier.</translation>
    </message>
    <message>
        <source>%1 is one of the examined pictures. Choose another file.</source>
        <translation>%1 est l’une des images examinées. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 exists already. Write the report again to replace it.</source>
        <translation>%1 existe déjà. Écrivez le rapport une seconde fois pour le remplacer.</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du rapport…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) without a result will be named in it.</source>
        <translation>
            <numerusform>%n fichier sans résultat y sera nommé.</numerusform>
            <numerusform>%n fichiers sans résultat y seront nommés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::AnswerStream</name>
    <message>
        <source>The model&apos;s answer so far</source>
        <translation>La réponse du modèle jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Probability that it is fake, by the model itself: %1 %. It is writing its reasons.</source>
        <translation>Probabilité d’un faux selon le modèle lui-même : %1 %. Il est en train d’écrire ses raisons.</translation>
    </message>
</context>
<context>
    <name>ui::review::AnswerView</name>
    <message>
        <source>(thinking…)</source>
        <translation>(réflexion…)</translation>
    </message>
    <message>
        <source>(cancelled)</source>
        <translation>(annulé)</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Pas de réponse : %1</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <translation>Question : %1</translation>
    </message>
    <message>
        <source>The model&apos;s answer, word for word</source>
        <translation>La réponse du modèle, mot pour mot</translation>
    </message>
    <message>
        <source>Ask about this picture</source>
        <translation>Poser une question sur cette image</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Stop answering</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>What the model says here is not a finding: it does not change the verdict.</source>
        <translation>Ce que le modèle dit ici n&apos;est pas un constat : cela ne change pas le verdict.</translation>
    </message>
</context>
<context>
    <name>ui::review::DetailsView</name>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>EXIF orientation, undone</source>
        <translation>Orientation EXIF, annulée</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model SHA-256</source>
        <translation>SHA-256 du modèle</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Calculé sur</translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation>Question au modèle</translation>
    </message>
    <message>
        <source>Time for %1</source>
        <translation>Temps pour %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The model&apos;s answer, verbatim:</source>
        <translation>La réponse du modèle, mot pour mot :</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Form of the question</source>
        <translation>Forme de la question</translation>
    </message>
    <message>
        <source>Probability of a fake, asked in the form &quot;%1&quot;</source>
        <translation>Probabilité de faux, questionné dans la forme « %1 »</translation>
    </message>
</context>
<context>
    <name>ui::review::HeatLegend</name>
    <message>
        <source>Scale of the map</source>
        <translation>Échelle de la carte</translation>
    </message>
    <message>
        <source>How unlike the rest of the picture a place is. From the mark on, methods name it; below it, parts of photographs are as unlike.</source>
        <translation>À quel point un endroit diffère du reste de l’image. À partir du repère, des méthodes le nomment ; en dessous, des parties de photographies diffèrent autant.</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>usuel</translation>
    </message>
    <message>
        <source>unlike</source>
        <translation>étranger</translation>
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
        <translation>Gris</translation>
    </message>
    <message>
        <source>Blue to yellow</source>
        <translation>Bleu à jaune</translation>
    </message>
    <message>
        <source>Map over the picture</source>
        <translation>Carte sur l’image</translation>
    </message>
    <message>
        <source>Map over the picture: choose another one, weak signals or other colors</source>
        <translation>Carte sur l’image : en choisir une autre, des signaux faibles ou d’autres couleurs</translation>
    </message>
    <message>
        <source>Weak signals, too</source>
        <translation>Signaux faibles aussi</translation>
    </message>
    <message>
        <source>Also places that are no more unlike the rest than parts of photographs</source>
        <translation>Aussi les endroits qui ne diffèrent pas plus du reste que des parties de photographies</translation>
    </message>
    <message>
        <source>Colors of the map</source>
        <translation>Couleurs de la carte</translation>
    </message>
</context>
<context>
    <name>ui::review::MeasurementsView</name>
    <message>
        <source>Choose a row to see its map over the picture.</source>
        <translation>Choisissez une ligne pour voir sa carte sur l’image.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Analyzer</source>
        <translation>Analyseur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usuel</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>ne s’applique pas</translation>
    </message>
    <message>
        <source>This engine measures nothing; its clues are what the model says.</source>
        <translation>Ce moteur ne mesure rien ; ses indices sont ce que dit le modèle.</translation>
    </message>
    <message>
        <source>above the usual range</source>
        <translation>au-dessus de la plage usuelle</translation>
    </message>
    <message>
        <source>below the usual range</source>
        <translation>en dessous de la plage usuelle</translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewPage</name>
    <message>
        <source>Waiting to be examined</source>
        <translation>En attente d’examen</translation>
    </message>
    <message>
        <source>Being examined</source>
        <translation>En cours d’examen</translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation>L’examen a été annulé.</translation>
    </message>
    <message>
        <source>Progress of this picture</source>
        <translation>Progression de cette image</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Clues</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Map of clue %1</source>
        <translation>Carte de l’indice %1</translation>
    </message>
    <message>
        <source>Being examined: %1</source>
        <translation>En cours d’examen : %1</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Chargement de l’image…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>This file has other bytes than those that were examined. The result beside it is not about what you see.</source>
        <translation>Ce fichier n’a pas les octets qui ont été examinés. Le résultat affiché à côté ne concerne pas ce que vous voyez.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>What is known about the picture</source>
        <translation>Ce que l’on sait de l’image</translation>
    </message>
</context>
<context>
    <name>ui::review::ViewActions</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>Fi&amp;ll</source>
        <translation>Re&amp;mplir</translation>
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
        <translation>&amp;Basculer ajusté et 100 %</translation>
    </message>
    <message>
        <source>Show the &amp;heat map</source>
        <translation>Afficher la &amp;carte</translation>
    </message>
    <message>
        <source>Show the &amp;regions</source>
        <translation>Afficher les &amp;zones</translation>
    </message>
    <message>
        <source>&amp;Keep the zoom for the next picture</source>
        <translation>&amp;Garder le zoom pour l’image suivante</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>Apply the picture&apos;s color profile</source>
        <translation>Appliquer le profil de couleurs de l&apos;image</translation>
    </message>
    <message>
        <source>Change the loupe&apos;s contra&amp;st</source>
        <translation>Changer le contra&amp;ste de la loupe</translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation>&amp;Couche suivante</translation>
    </message>
    <message>
        <source>&amp;Previous layer</source>
        <translation>Couche &amp;précédente</translation>
    </message>
    <message>
        <source>Next &amp;clue</source>
        <translation>&amp;Indice suivant</translation>
    </message>
    <message>
        <source>Previous cl&amp;ue</source>
        <translation>Indice précé&amp;dent</translation>
    </message>
    <message>
        <source>File and e&amp;ngine</source>
        <translation>Fichier et &amp;moteur</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>Mé&amp;tadonnées</translation>
    </message>
    <message>
        <source>Plo&amp;ts</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <source>Show the areas &amp;never examined</source>
        <translation>Afficher les zones &amp;jamais examinées</translation>
    </message>
    <message>
        <source>Change the &amp;background</source>
        <translation>Changer l’arrière-&amp;plan</translation>
    </message>
    <message>
        <source>L&amp;oupe</source>
        <translation>L&amp;oupe</translation>
    </message>
    <message>
        <source>Show &amp;weak signals</source>
        <translation>Afficher les signaux &amp;faibles</translation>
    </message>
    <message>
        <source>Original &amp;beside the findings</source>
        <translation>Original à &amp;côté des constats</translation>
    </message>
    <message>
        <source>Turn the view &amp;right</source>
        <translation>Tourner la vue à &amp;droite</translation>
    </message>
    <message>
        <source>Turn the view l&amp;eft</source>
        <translation>Tourner la vue à &amp;gauche</translation>
    </message>
    <message>
        <source>M&amp;irror the view</source>
        <translation>Retourner la v&amp;ue</translation>
    </message>
    <message>
        <source>Original &amp;picture, nothing over it</source>
        <translation>Image d’origine, &amp;rien par-dessus</translation>
    </message>
</context>
<context>
    <name>ui::review::ViewerBar</name>
    <message>
        <source>Overall map</source>
        <translation>Carte d’ensemble</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacité de la carte</translation>
    </message>
    <message>
        <source>Map hidden</source>
        <translation>Carte masquée</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Rien ne ressort</translation>
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
        <translation>Zoom en pour cent</translation>
    </message>
    <message>
        <source>Zoom in percent; type another one and press Return</source>
        <translation>Zoom en pour cent ; en saisir un autre et appuyer sur Entrée</translation>
    </message>
    <message>
        <source>%1 × %2 · %3 · %4</source>
        <extracomment>size of a picture in pixels, its format, size of its file</extracomment>
        <translation>%1 × %2 · %3 · %4</translation>
    </message>
    <message>
        <source>not applied: %1</source>
        <translation>non appliqué : %1</translation>
    </message>
    <message>
        <source>The picture is shown with its color profile %1. Measurements and the values under the pointer are those of the file.</source>
        <translation>L’image est affichée avec son profil de couleurs %1. Les mesures et les valeurs sous le pointeur sont celles du fichier.</translation>
    </message>
    <message>
        <source>The picture has the color profile %1, which is not applied.</source>
        <translation>L’image a le profil de couleurs %1, qui n’est pas appliqué.</translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> mégapixels</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue :</translation>
    </message>
    <message>
        <source>&amp;Colors:</source>
        <translation>&amp;Couleurs :</translation>
    </message>
    <message>
        <source>&amp;Heat map opacity:</source>
        <translation>&amp;Opacité de la carte :</translation>
    </message>
    <message>
        <source>Largest &amp;picture:</source>
        <translation>Plus grande &amp;image :</translation>
    </message>
    <message>
        <source>Largest &amp;file:</source>
        <translation>Plus gros &amp;fichier :</translation>
    </message>
    <message>
        <source>&amp;Examiner in reports:</source>
        <translation>&amp;Examinateur des rapports :</translation>
    </message>
    <message>
        <source>Which engine examines the pictures is chosen in a window of its own: it lists the engines, checks the checkpoint folders and shows how loading goes on.</source>
        <translation>Le moteur qui examine les images se choisit dans une fenêtre à part : elle liste les moteurs, vérifie les dossiers de checkpoint et montre l&apos;avancement du chargement.</translation>
    </message>
    <message>
        <source>&amp;Engines…</source>
        <translation>&amp;Moteurs…</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>As published: picture and question alone</source>
        <translation>Comme publié : image et question seules</translation>
    </message>
    <message>
        <source>As a chat: USER, ASSISTANT</source>
        <translation>En dialogue : USER, ASSISTANT</translation>
    </message>
    <message>
        <source>Ask in &amp;both forms</source>
        <translation>Questionner dans les &amp;deux formes</translation>
    </message>
    <message>
        <source>Where the two probabilities disagree, the confidence is halved. Each picture takes longer.</source>
        <translation>Là où les deux probabilités se contredisent, la confiance est réduite de moitié. Chaque image prend plus de temps.</translation>
    </message>
    <message>
        <source>&amp;FakeVLM is asked:</source>
        <translation>&amp;FakeVLM est questionné :</translation>
    </message>
</context>
<context>
    <name>ui::settings::TrustPage</name>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificat</numerusform>
            <numerusform>%n certificats</numerusform>
        </translation>
    </message>
    <message>
        <source>Signers of Content Credentials are called trusted only when they are on a list that you give here. The program brings no list and never fetches one. Lists are PEM files: save the official list of the C2PA, its list of time-stamp authorities, or certificates of your own, and add them. Pictures that were examined before keep their result.</source>
        <translation>Les signataires de Content Credentials ne sont dits de confiance que s’ils figurent sur une liste que vous donnez ici. Le programme n’apporte aucune liste et n’en récupère jamais. Les listes sont des fichiers PEM : enregistrez la liste officielle de la C2PA, sa liste des autorités d’horodatage ou vos propres certificats, puis ajoutez-les. Les images déjà examinées gardent leur résultat.</translation>
    </message>
    <message>
        <source>Trust lists</source>
        <translation>Listes de confiance</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Add list…</source>
        <translation>&amp;Ajouter une liste…</translation>
    </message>
    <message>
        <source>Add list of &amp;time-stamp authorities…</source>
        <translation>Ajouter une liste d’autorités d’&amp;horodatage…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>horodatages</translation>
    </message>
    <message>
        <source>signatures</source>
        <translation>signatures</translation>
    </message>
    <message>
        <source>Choose a list of certificates</source>
        <translation>Choisir une liste de certificats</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>ui::start_page::StartPage</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>Déposez ici des images ou des dossiers</translation>
    </message>
    <message>
        <source>Each picture gets a verdict with a probability, the regions it rests on and the clues in plain words. Nothing leaves this computer, and your files are only read.</source>
        <translation>Chaque image reçoit un verdict avec une probabilité, les zones sur lesquelles il repose et les indices en mots simples. Rien ne quitte cet ordinateur et vos fichiers sont seulement lus.</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Ouvrir des images…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Let go to examine them</source>
        <translation>Relâchez pour les examiner</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>N’est plus là</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Nouvelle affaire…</translation>
    </message>
    <message>
        <source>Open case…</source>
        <translation>Ouvrir une affaire…</translation>
    </message>
    <message>
        <source>Drop pictures or folders here to take them into the case “%1”</source>
        <translation>Déposez ici des images ou des dossiers pour les ajouter à l’affaire « %1 »</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Clueglass</source>
        <translation>Clueglass</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Affaire : %1</translation>
    </message>
</context>
<context>
    <name>ui::triage::TriageBar</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Indéterminé</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Retenir</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>How strongly the findings support the conclusion</source>
        <translation>Force avec laquelle les constats soutiennent la conclusion</translation>
    </message>
    <message>
        <source>Reasons for the conclusion</source>
        <translation>Raisons de la conclusion</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Mots-clés, séparés par des virgules</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Machine: %1</source>
        <translation>Programme : %1</translation>
    </message>
    <message>
        <source>Machine: no verdict</source>
        <translation>Programme : pas de verdict</translation>
    </message>
    <message>
        <source>Examiner: %1</source>
        <translation>Examinateur : %1</translation>
    </message>
    <message>
        <source>Examiner: no conclusion</source>
        <translation>Examinateur : pas de conclusion</translation>
    </message>
    <message>
        <source>they disagree</source>
        <translation>ils se contredisent</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>retenue</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Vrai</translation>
    </message>
    <message>
        <source>Fake</source>
        <translation>Faux</translation>
    </message>
</context>
<context>
    <name>ui::triage::TriageDesk</name>
    <message numerus="yes">
        <source>Changed: %1 of %n picture(s). %2 takes it back.</source>
        <translation>
            <numerusform>Changé : %1 de %n image. %2 l’annule.</numerusform>
            <numerusform>Changé : %1 de %n images. %2 l’annule.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Confirm the machine&apos;s verdict</source>
        <translation>&amp;Confirmer le verdict du programme</translation>
    </message>
    <message>
        <source>Conclude: &amp;inconclusive</source>
        <translation>Conclure : &amp;indéterminé</translation>
    </message>
    <message>
        <source>&amp;Pick</source>
        <translation>&amp;Retenir</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>É&amp;carter</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Pas d’étoile</translation>
    </message>
    <message>
        <source>Rating %1</source>
        <translation>%1 étoile(s)</translation>
    </message>
    <message>
        <source>Color label: %1</source>
        <translation>Couleur : %1</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>&amp;Mots-clés…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>Selection: confirm</source>
        <translation>Sélection : confirmer</translation>
    </message>
    <message>
        <source>Selection: inconclusive</source>
        <translation>Sélection : indéterminé</translation>
    </message>
    <message>
        <source>Selection: pick</source>
        <translation>Sélection : retenir</translation>
    </message>
    <message>
        <source>Selection: reject</source>
        <translation>Sélection : écarter</translation>
    </message>
    <message>
        <source>Selection: no rating</source>
        <translation>Sélection : pas d’étoile</translation>
    </message>
    <message>
        <source>Selection: rating %1</source>
        <translation>Sélection : %1 étoile(s)</translation>
    </message>
    <message>
        <source>Selection: color label %1</source>
        <translation>Sélection : couleur %1</translation>
    </message>
    <message>
        <source>Decisions are kept in a case. Make one with File, New case: it takes in the pictures that are open, with their results.</source>
        <translation>Les décisions sont gardées dans une affaire. Créez-en une avec Fichier, Nouvelle affaire : elle reprend les images ouvertes et leurs résultats.</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler : %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir : %1</translation>
    </message>
    <message>
        <source>Conclude: &amp;real</source>
        <translation>Conclusion : &amp;vrai</translation>
    </message>
    <message>
        <source>Conclude: f&amp;ake</source>
        <translation>Conclusion : &amp;faux</translation>
    </message>
    <message>
        <source>Remove the &amp;flag</source>
        <translation>Enlever le &amp;drapeau</translation>
    </message>
    <message>
        <source>Selection: real</source>
        <translation>Sélection : vrai</translation>
    </message>
    <message>
        <source>Selection: fake</source>
        <translation>Sélection : faux</translation>
    </message>
    <message>
        <source>Selection: remove the flag</source>
        <translation>Sélection : enlever le drapeau</translation>
    </message>
    <message>
        <source>There is no verdict to confirm yet.</source>
        <translation>Il n’y a pas encore de verdict à confirmer.</translation>
    </message>
</context>
<context>
    <name>ui::viewer::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>x %1, y %2   R %3 G %4 B %5</source>
        <extracomment>pixel position and color under the mouse pointer</extracomment>
        <translation>x %1, y %2   R %3 V %4 B %5</translation>
    </message>
    <message>
        <source>map %1</source>
        <translation>carte %1</translation>
    </message>
    <message>
        <source>Clue %1: %2 (%3)</source>
        <extracomment>%1 number, %2 the clue&apos;s sentence, %3 its place in words</extracomment>
        <translation>Indice %1 : %2 (%3)</translation>
    </message>
</context>
<context>
    <name>ui::viewer::Navigator</name>
    <message>
        <source>Overview of the whole picture</source>
        <translation>Vue d&apos;ensemble de l&apos;image entière</translation>
    </message>
    <message>
        <source>Drag to move the picture</source>
        <translation>Glisser pour déplacer l&apos;image</translation>
    </message>
</context>
</TS>
