<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ClueCatalog</name>
    <message>
        <source>The file is not a JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file names the image generator {@generator} as its origin; such entries can be added or removed freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares that the picture was made by a trained generator (digital source type {@type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares that the picture contains generated parts (digital source type {@type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares that the picture was computed, not taken by a camera (digital source type {@type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares that the picture was enhanced by an algorithm (digital source type {@type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file declares that the picture was taken with a camera (digital source type {@type}); anybody can write this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s Content Credentials mention material from a trained generator; their signature was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file carries Content Credentials; their signature was not checked, so they prove nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says that the program {@software} wrote it; ordinary development of photographs does that too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file names the camera {@camera}; such entries can be copied from another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too small for this method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned detector scores the fine texture {score:1}, above the {low:1} to {high:1} that is usual for photographs, and marks {marked} of {tiles} measured tiles; strong denoising and upscaling can raise the score too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned detector scores the fine texture {score:1}, within the {low:1} to {high:1} that is usual for photographs, over {tiles} measured tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learned detector scores the fine texture {score:1}, where photographs ({low:1} to {high:1}) and generated pictures overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of the picture is large and textured enough for the learned detector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict: the picture&apos;s shorter side has {side} pixels; below {minimum} nothing was calibrated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict: only {tiles} parts of the picture carry enough texture, and {minimum} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict: the file is a JPEG of about quality {quality}; below {minimum} compression has removed the traces.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The file is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect its drive or add it again from its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions and its drive, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the picture again; nothing of it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what the file really is; its name may mislead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of picture cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the picture as JPEG, PNG, TIFF or WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends before anything of the picture shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is larger than the limits allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limits in the settings if the computer has the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Try again to examine it after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s model is missing or cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another engine or repair the installation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another engine in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection and the server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>upper left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 % of the picture</source>
        <extracomment>%1 is a place such as &quot;upper left&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>.</source>
        <extracomment>The decimal separator of your language: &quot;.&quot; or &quot;,&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <comment>badge</comment>
        <extracomment>One letter for &quot;Photograph&quot; on a badge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <comment>badge</comment>
        <extracomment>One letter for &quot;Fake&quot; on a badge</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI-generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy-move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inpainting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown manner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satellite picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said by the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated by the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toward photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG ghosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake, with a probability of %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photograph: the probability that it is fake is %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive: the probability of %1 % that it is fake decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::desktop::Composition</name>
    <message>
        <source>Engine: %1 %2, ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examinations will be slow: the system uses the reference BLAS (%1). Install the package libopenblas0-openmp, which makes them 30 times faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::clues::ClueListModel</name>
    <message>
        <source>Clue %1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::clues::CluePanel</name>
    <message>
        <source>Verdict badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::clues::VerdictGauge</name>
    <message>
        <source>Probability of a fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % fake; photograph below %2 %, fake above %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::gallery::GalleryPanel</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fakes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::main_window::MainActions</name>
    <message>
        <source>&amp;Open pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export PDF report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture not &amp;seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious picture not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or &amp;resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;try failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the verdict as a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Clueglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::main_window::MainWindow</name>
    <message>
        <source>Clueglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is loaded with the first picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Clueglass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clueglass %1 tells photographs from generated and manipulated pictures and shows why.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in what was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif *.avif);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no result to report yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 Examined by the %3 engine of Clueglass %4; a probability, not a proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::main_window::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::main_window::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare picture while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and mouse wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or Alt and arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::plots::PlotsPanel</name>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCT coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual for photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantized coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::provenance::MetadataView</name>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; that says nothing about the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present, not validated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image generator: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::queue::QueuePanel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::report::ReportDialog</name>
    <message>
        <source>Export a PDF report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with a result will be in the report.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examiner:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::review::DetailsView</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXIF orientation, undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s answer, verbatim:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::review::HeatLegend</name>
    <message>
        <source>Scale of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map: 0 is usual for photographs, 1 stands out most</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::review::MeasurementsView</name>
    <message>
        <source>Choose a row to see its map over the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyzer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewPage</name>
    <message>
        <source>Waiting to be examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examination was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Toggle fit and 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;clue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous cl&amp;ue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of clue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being examined: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message>
        <source>Embedded: works at once, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FakeVLM: your own checkpoint folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colors:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat map opacity:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest &amp;picture:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest &amp;file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examiner in reports:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that are already examined keep their result; examine them again to hear the new engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;ngine:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::start_page::StartPage</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture gets a verdict with a probability, the regions it rests on and the clues in plain words. Nothing leaves this computer, and your files are only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go to examine them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::viewer::ImageView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1, y %2   R %3 G %4 B %5</source>
        <extracomment>pixel position and color under the mouse pointer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
