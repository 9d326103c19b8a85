<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>About Plimsoll</source>
        <translation>Über Plimsoll</translation>
    </message>
    <message>
        <source>Shares people and equipment among projects, and proves how good the plan is. Works without a network; your data stays on this computer.</source>
        <translation>Verteilt Personen und Betriebsmittel auf Projekte und beweist, wie gut der Plan ist. Arbeitet ohne Netz; Ihre Daten bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>Absences</name>
    <message>
        <source>Absences</source>
        <translation>Abwesenheiten</translation>
    </message>
    <message>
        <source>Absences take days from the capacity of one resource: holidays of its own, training, parental leave.</source>
        <translation>Abwesenheiten nehmen Tage von der Kapazität einer Ressource: eigener Urlaub, Schulung, Elternzeit.</translation>
    </message>
    <message>
        <source>Days on which people are away, in full or in part; their capacity is less by it.</source>
        <translation>Tage, an denen jemand ganz oder teilweise fehlt; um so viel ist die Kapazität geringer.</translation>
    </message>
    <message>
        <source>First day away</source>
        <translation>Erster Tag der Abwesenheit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Last day away, included</source>
        <translation>Letzter Tag der Abwesenheit, einschließlich</translation>
    </message>
    <message>
        <source>Part of each day; several absences add up to at most all of it</source>
        <translation>Anteil jedes Tages; mehrere Abwesenheiten zählen zusammen höchstens den ganzen Tag</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>absences</source>
        <translation>Abwesenheiten</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Plimsoll</source>
        <translation>&amp;Über Plimsoll</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>Bu&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export portfolio workbook…</source>
        <translation>&amp;Portfolio als Arbeitsmappe ausgeben…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import workbook…</source>
        <translation>Arbeitsmappe &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Planen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>&amp;Szenario</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Solve</source>
        <translation>Plan &amp;berechnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>Back to the start page; the file is brought up to date first</source>
        <translation>Zurück zur Startseite; vorher wird die Datei auf den Stand gebracht</translation>
    </message>
    <message>
        <source>Bring the file up to date now; it is done by itself when you pause</source>
        <translation>Bringt die Datei jetzt auf den Stand; in jeder Pause geschieht das von selbst</translation>
    </message>
    <message>
        <source>C&amp;lose portfolio</source>
        <translation>Portfolio s&amp;chließen</translation>
    </message>
    <message>
        <source>Change as little of a plan in force as you ask for, and see what more change would buy</source>
        <translation>Ändert an einem gültigen Plan so wenig, wie Sie verlangen, und zeigt, was mehr Änderung brächte</translation>
    </message>
    <message>
        <source>Changes that Plimsoll could not write to their files before it ended</source>
        <translation>Änderungen, die Plimsoll vor seinem Ende nicht in ihre Dateien schreiben konnte</translation>
    </message>
    <message>
        <source>Copy &amp;Gantt picture</source>
        <translation>&amp;Gantt als Bild kopieren</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Macht erneut, was rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>End the search now and keep the best plan so far</source>
        <translation>Beendet die Suche jetzt und behält den bisher besten Plan</translation>
    </message>
    <message>
        <source>Every key of the window</source>
        <translation>Jede Taste des Fensters</translation>
    </message>
    <message>
        <source>Export &amp;plan workbook…</source>
        <translation>P&amp;lan als Arbeitsmappe ausgeben…</translation>
    </message>
    <message>
        <source>Export c&amp;harts…</source>
        <translation>Dia&amp;gramme ausgeben…</translation>
    </message>
    <message>
        <source>Fi&amp;ndings</source>
        <translation>Be&amp;funde</translation>
    </message>
    <message>
        <source>Go from cell to cell that has a text; search the rows of the heat map</source>
        <translation>Geht von Zelle zu Zelle mit einem Text; durchsucht die Zeilen der Heatmap</translation>
    </message>
    <message>
        <source>Go on under another name; the file before stays as it was saved last</source>
        <translation>Arbeitet unter anderem Namen weiter; die bisherige Datei bleibt, wie sie zuletzt gespeichert wurde</translation>
    </message>
    <message>
        <source>Import &amp;folder of .csv…</source>
        <translation>&amp;Ordner mit .csv importieren…</translation>
    </message>
    <message>
        <source>Leave Plimsoll; the file is brought up to date first</source>
        <translation>Beendet Plimsoll; vorher wird die Datei auf den Stand gebracht</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Hell oder dunkel, wie das System</translation>
    </message>
    <message>
        <source>Look around in a company of 60 people and 24 projects</source>
        <translation>Sehen Sie sich in einem Unternehmen mit 60 Personen und 24 Projekten um</translation>
    </message>
    <message>
        <source>Make it the plan of &amp;record</source>
        <translation>Zum &amp;gültigen Plan machen</translation>
    </message>
    <message>
        <source>New from &amp;sample</source>
        <translation>Neu aus &amp;Beispiel</translation>
    </message>
    <message>
        <source>Ope&amp;n shared bank…</source>
        <translation>Gemeinsame Date&amp;nbank öffnen…</translation>
    </message>
    <message>
        <source>Open a portfolio file</source>
        <translation>Öffnet eine Portfolio-Datei</translation>
    </message>
    <message>
        <source>P&amp;olicies…</source>
        <translation>&amp;Richtlinien…</translation>
    </message>
    <message>
        <source>Plan &amp;again…</source>
        <translation>&amp;Neu planen…</translation>
    </message>
    <message>
        <source>Propose who works on what, and prove how good that is</source>
        <translation>Schlägt vor, wer woran arbeitet, und beweist, wie gut das ist</translation>
    </message>
    <message>
        <source>Put the Gantt of all projects on the clipboard as a picture</source>
        <translation>Legt das Gantt aller Projekte als Bild in die Zwischenablage</translation>
    </message>
    <message>
        <source>Put the last plan in force: later plans are measured against it, and planning again starts from it</source>
        <translation>Den letzten Plan in Kraft setzen: Spätere Pläne werden an ihm gemessen, und neu geplant wird von ihm aus</translation>
    </message>
    <message>
        <source>Read .xlsx, .ods or .csv; you see every change before it is made</source>
        <translation>Liest .xlsx, .ods oder .csv; Sie sehen jede Änderung, bevor sie gemacht wird</translation>
    </message>
    <message>
        <source>Read a folder of .csv files named after the sheets</source>
        <translation>Liest einen Ordner mit .csv-Dateien, die wie die Blätter heißen</translation>
    </message>
    <message>
        <source>Reaso&amp;n for changes…</source>
        <translation>Gru&amp;nd der Änderungen …</translation>
    </message>
    <message>
        <source>Reco&amp;ver…</source>
        <translation>&amp;Retten…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>Sicherung &amp;zurückholen…</translation>
    </message>
    <message>
        <source>Running sol&amp;ve</source>
        <translation>&amp;Laufende Berechnung</translation>
    </message>
    <message>
        <source>S&amp;top and keep the best</source>
        <translation>A&amp;nhalten und Bestes behalten</translation>
    </message>
    <message>
        <source>Save &amp;Gantt picture…</source>
        <translation>Gantt als Bil&amp;d speichern…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>Say why, in the log, of every change from now on</source>
        <translation>Zu jeder Änderung ab jetzt im Protokoll den Grund nennen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Search on from the last plan, which is quicker after an edit; off: begin anew</source>
        <translation>Sucht vom letzten Plan aus weiter, was nach einer Änderung schneller ist; aus: beginnt neu</translation>
    </message>
    <message>
        <source>See what this portfolio was like before, and bring it back</source>
        <translation>Zeigt, wie dieses Portfolio früher war, und holt es zurück</translation>
    </message>
    <message>
        <source>Show or hide the findings</source>
        <translation>Zeigt oder verbirgt die Befunde</translation>
    </message>
    <message>
        <source>Show or hide the running solve</source>
        <translation>Zeigt oder verbirgt die laufende Berechnung</translation>
    </message>
    <message>
        <source>Show {page}</source>
        <translation>Zeigt {page}</translation>
    </message>
    <message>
        <source>Start from the &amp;last plan</source>
        <translation>Vom &amp;letzten Plan ausgehen</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>Theme of the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Theme, size, language, and what the window starts with</source>
        <translation>Farben, Größe, Sprache und womit das Fenster beginnt</translation>
    </message>
    <message>
        <source>Version and what it runs on</source>
        <translation>Version und worauf sie läuft</translation>
    </message>
    <message>
        <source>What a plan is to weigh beside the hours it meets: cost, fit, continuity, changes</source>
        <translation>Was ein Plan neben den gedeckten Stunden abwägen soll: Kosten, Eignung, Kontinuität, Änderungen</translation>
    </message>
    <message>
        <source>Work with others on one portfolio in a PostgreSQL database</source>
        <translation>Arbeitet mit anderen an einem Portfolio in einer PostgreSQL-Datenbank</translation>
    </message>
    <message>
        <source>Write a copy of this portfolio and go on with this one</source>
        <translation>Schreibt eine Kopie dieses Portfolios; weiter geht es mit diesem</translation>
    </message>
    <message>
        <source>Write every chart as PNG, SVG and PDF into a folder</source>
        <translation>Schreibt alle Diagramme als PNG, SVG und PDF in einen Ordner</translation>
    </message>
    <message>
        <source>Write the Gantt of all projects as PNG, SVG or PDF</source>
        <translation>Schreibt das Gantt aller Projekte als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>Write the plan with its figures as .xlsx</source>
        <translation>Schreibt den Plan mit seinen Kennzahlen als .xlsx</translation>
    </message>
    <message>
        <source>Write the portfolio as .xlsx, to edit and import again</source>
        <translation>Schreibt das Portfolio als .xlsx, zum Bearbeiten und erneuten Importieren</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>%n more</comment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n projects</source>
        <comment>%n project</comment>
        <translation>
            <numerusform>%n Projekt</numerusform>
            <numerusform>%n Projekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours asked of the role less hours met; {when}.</source>
        <translation>Von der Rolle verlangte Stunden ohne die gedeckten; {when}.</translation>
    </message>
    <message>
        <source>Hours met ÷ hours asked of the projects that may take part; those left out count with what they ask</source>
        <translation>Gedeckte ÷ verlangte Stunden der Projekte, die teilnehmen dürfen; weggelassene zählen mit dem, was sie verlangen</translation>
    </message>
    <message>
        <source>Priority {number}</source>
        <translation>Priorität {number}</translation>
    </message>
    <message>
        <source>Short of it: {projects}.</source>
        <translation>Es fehlt: {projects}.</translation>
    </message>
    <message>
        <source>Shows all of them</source>
        <translation>Zeigt sie alle</translation>
    </message>
    <message>
        <source>Shows it with the way out</source>
        <translation>Zeigt es mit dem Ausweg</translation>
    </message>
    <message>
        <source>Shows the worst week in the heat map</source>
        <translation>Zeigt die schlimmste Woche in der Heatmap</translation>
    </message>
    <message>
        <source>Shows these projects</source>
        <translation>Zeigt diese Projekte</translation>
    </message>
    <message>
        <source>Shows what is not met, and why</source>
        <translation>Zeigt, was nicht gedeckt ist und warum</translation>
    </message>
    <message>
        <source>beyond overtime</source>
        <translation>über die Überstunden hinaus</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>full in {count} of {weeks} weeks</source>
        <translation>in {count} von {weeks} Wochen voll</translation>
    </message>
    <message numerus="yes">
        <source>in %n weeks, most in {week}</source>
        <comment>in %n week, most in {week}</comment>
        <translation>
            <numerusform>in %n Woche, am meisten in {week}</numerusform>
            <numerusform>in %n Wochen, am meisten in {week}</numerusform>
        </translation>
    </message>
    <message>
        <source>never full</source>
        <translation>nie voll</translation>
    </message>
    <message>
        <source>no overtime</source>
        <translation>keine Überstunden</translation>
    </message>
    <message>
        <source>nobody holds it</source>
        <translation>niemand hat sie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>within overtime</source>
        <translation>in den Überstunden</translation>
    </message>
    <message>
        <source>{hours} h of {projects} short</source>
        <translation>{projects}: {hours} h fehlen</translation>
    </message>
    <message>
        <source>{hours} h over</source>
        <translation>{hours} h zu viel</translation>
    </message>
    <message>
        <source>{hours} h short</source>
        <translation>{hours} h fehlen</translation>
    </message>
    <message>
        <source>{projects}, all met</source>
        <translation>{projects}, alles gedeckt</translation>
    </message>
    <message>
        <source>Σ max(0, allocated − capacity), with what was booked since</source>
        <translation>Σ max(0, zugeteilt − Kapazität), mit dem seither Gebuchten</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>How many steps the portfolio had gone through</source>
        <translation>Wie viele Schritte das Portfolio hinter sich hatte</translation>
    </message>
    <message>
        <source>It holds the same as the portfolio now.</source>
        <translation>Sie enthält dasselbe wie das Portfolio jetzt.</translation>
    </message>
    <message>
        <source>People, equipment and placeholders in it</source>
        <translation>Personen, Betriebsmittel und Platzhalter darin</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects in it</source>
        <translation>Projekte darin</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Restoring it changes: {parts}.</source>
        <translation>Das Zurückholen ändert: {parts}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>{max} KB</source>
        <translation>{max} KB</translation>
    </message>
    <message>
        <source>{said} · set aside</source>
        <translation>{said} · beiseitegelegt</translation>
    </message>
    <message>
        <source>{things} added</source>
        <translation>{things} hinzugefügt</translation>
    </message>
    <message>
        <source>{things} changed</source>
        <translation>{things} geändert</translation>
    </message>
    <message>
        <source>{things} removed</source>
        <translation>{things} entfernt</translation>
    </message>
    <message>
        <source>{thousands} MB</source>
        <translation>{thousands} MB</translation>
    </message>
</context>
<context>
    <name>BaselineDesk</name>
    <message>
        <source>Plans are measured against the plan of record again, or the plan before</source>
        <translation>Pläne werden wieder am gültigen Plan gemessen, sonst am Plan davor</translation>
    </message>
    <message>
        <source>Plans are measured against “{name}” from now on</source>
        <translation>Pläne werden von jetzt an an „{name}“ gemessen</translation>
    </message>
</context>
<context>
    <name>BaselineSheet</name>
    <message>
        <source>Against the plan before</source>
        <translation>Am Plan davor</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Freeze the plan shown</source>
        <translation>Gezeigten Plan festhalten</translation>
    </message>
    <message>
        <source>Measure against it</source>
        <translation>Daran messen</translation>
    </message>
</context>
<context>
    <name>Baselines</name>
    <message>
        <source>A baseline is a plan that stays as it is: what was promised in March, what the board approved. Freeze the plan you see, compare later plans with it, and let the Overview measure against it.</source>
        <translation>Ein Basisplan ist ein Plan, der bleibt, wie er ist: was im März zugesagt wurde, was der Vorstand genehmigt hat. Den Plan, der gezeigt wird, festhalten, spätere Pläne damit vergleichen und die Übersicht daran messen lassen.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basisplan</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Basispläne</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>How far it may have been from the best: (bound − value) ÷ bound</source>
        <translation>Wie weit er vom besten entfernt gewesen sein kann: (Schranke − Wert) ÷ Schranke</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>Entstanden in</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Plan of</source>
        <translation>Plan vom</translation>
    </message>
    <message>
        <source>Plans that were frozen, to compare with and to measure against whatever becomes of the portfolio.</source>
        <translation>Festgehaltene Pläne, mit denen sich vergleichen und an denen sich messen lässt, was auch aus dem Portfolio wird.</translation>
    </message>
    <message>
        <source>Points that its plan was worth when it was made</source>
        <translation>Punkte, die sein Plan wert war, als er entstand</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>The Overview tells the plan against the plan of record, or the plan before.</source>
        <translation>Die Übersicht misst den Plan am gültigen Plan, sonst am Plan davor.</translation>
    </message>
    <message>
        <source>The Overview tells the plan against “{name}”.</source>
        <translation>Die Übersicht misst den Plan an „{name}“.</translation>
    </message>
    <message>
        <source>The plan of record, or the scenario it was a plan of</source>
        <translation>Der gültige Plan, oder das Szenario, dessen Plan er war</translation>
    </message>
    <message>
        <source>There is no plan to freeze yet: solve first</source>
        <translation>Es gibt noch keinen Plan zum Festhalten: erst berechnen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What the Overview tells the plan against</source>
        <translation>Woran die Übersicht den Plan misst</translation>
    </message>
    <message>
        <source>When its plan was made</source>
        <translation>Wann sein Plan entstanden ist</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>daran</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basisplan</translation>
    </message>
    <message>
        <source>baselines</source>
        <translation>Basispläne</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message numerus="yes">
        <source>%n demands</source>
        <comment>%n demand</comment>
        <translation>
            <numerusform>%n Bedarf</numerusform>
            <numerusform>%n Bedarfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>%n person</comment>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <comment>%n row</comment>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks {asked} h in these weeks, {given} h given</source>
        <translation>Verlangt {asked} h in diesen Wochen, {given} h zugeteilt</translation>
    </message>
    <message>
        <source>Book {named}: {what}</source>
        <translation>{named} buchen: {what}</translation>
    </message>
    <message>
        <source>Choose the demand and who is to work on it first</source>
        <translation>Wählen Sie erst den Bedarf und wer daran arbeiten soll</translation>
    </message>
    <message>
        <source>Pin {named}</source>
        <translation>{named} fixieren</translation>
    </message>
    <message>
        <source>Release {named}</source>
        <translation>{named} freigeben</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{hours} h a week</source>
        <translation>{hours} h je Woche</translation>
    </message>
    <message>
        <source>{what}: {hours} h are booked firmly, and the next solve keeps them. Ctrl+Z takes that back.</source>
        <translation>{what}: {hours} h sind fest gebucht, und die nächste Lösung behält sie. Strg+Z nimmt das zurück.</translation>
    </message>
    <message>
        <source>{what}: {hours} h are no longer booked, and the next solve is free to place them. Ctrl+Z takes that back.</source>
        <translation>{what}: {hours} h sind nicht mehr gebucht, und die nächste Lösung kann sie frei verteilen. Strg+Z nimmt das zurück.</translation>
    </message>
    <message>
        <source>{who} on {what}, {weeks}</source>
        <translation>{who} für {what}, {weeks}</translation>
    </message>
</context>
<context>
    <name>BookingForm</name>
    <message>
        <source>All work here</source>
        <translation>Alle Arbeit hier</translation>
    </message>
    <message>
        <source>An intention: the next solve may place the work elsewhere</source>
        <translation>Eine Absicht: Die nächste Berechnung darf die Arbeit anders verteilen</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Book by hand</source>
        <translation>Von Hand buchen</translation>
    </message>
    <message>
        <source>Book firmly what is given here, so that the next solve keeps it</source>
        <translation>Bucht fest, was hier zugeteilt ist, damit die nächste Berechnung es behält</translation>
    </message>
    <message>
        <source>Book these hours</source>
        <translation>Diese Stunden buchen</translation>
    </message>
    <message>
        <source>Book these hours in each of the chosen weeks</source>
        <translation>Bucht diese Stunden in jeder der gewählten Wochen</translation>
    </message>
    <message>
        <source>Demand to book</source>
        <translation>Zu buchender Bedarf</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Stunden je Woche</translation>
    </message>
    <message>
        <source>Hours in each of the chosen weeks; nothing or 0 takes the booking back</source>
        <translation>Stunden in jeder der gewählten Wochen; leer oder 0 nimmt die Buchung zurück</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixieren</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Take back what is booked here, so that the next solve is free</source>
        <translation>Nimmt zurück, was hier gebucht ist, damit die nächste Berechnung frei ist</translation>
    </message>
    <message>
        <source>The next solve keeps it, whatever else yields</source>
        <translation>Die nächste Berechnung behält sie, was immer sonst weicht</translation>
    </message>
    <message>
        <source>What the hours are booked on: work of these cells first, then what asks for it</source>
        <translation>Worauf die Stunden gebucht werden: zuerst Arbeit dieser Zellen, dann, was danach verlangt</translation>
    </message>
    <message>
        <source>Who else could do this work in these weeks, and what that would do to the plan</source>
        <translation>Wer diese Arbeit in diesen Wochen sonst übernehmen könnte und was das mit dem Plan machte</translation>
    </message>
    <message>
        <source>Who else?</source>
        <translation>Wer sonst?</translation>
    </message>
    <message>
        <source>h a week</source>
        <translation>h/Woche</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
</context>
<context>
    <name>Bookings</name>
    <message>
        <source>A booking gives a resource&apos;s hours of one week to a demand. They can be made on the page Plan, too.</source>
        <translation>Eine Buchung gibt einem Bedarf die Stunden einer Ressource in einer Woche. Buchen können Sie auch auf der Seite Plan.</translation>
    </message>
    <message>
        <source>A demand with weeks of its own asks for those hours alone; its profile no longer counts.</source>
        <translation>Ein Bedarf mit eigenen Wochen verlangt nur diese Stunden; sein Profil zählt nicht mehr.</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Demand weeks</source>
        <translation>Bedarfswochen</translation>
    </message>
    <message>
        <source>Hard bookings are never dropped, soft ones are an intention</source>
        <translation>Feste Buchungen fallen nie weg, weiche sind eine Absicht</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hours of a resource on a demand in one week; the plan keeps hard ones whatever else it does.</source>
        <translation>Stunden einer Ressource für einen Bedarf in einer Woche; feste behält der Plan, was immer er sonst tut.</translation>
    </message>
    <message>
        <source>Hours of single weeks, which take the place of a demand&apos;s profile.</source>
        <translation>Stunden einzelner Wochen, die an die Stelle des Profils eines Bedarfs treten.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The Monday of the week</source>
        <translation>Der Montag der Woche</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>demand week</source>
        <translation>Bedarfswoche</translation>
    </message>
    <message>
        <source>demand weeks</source>
        <translation>Bedarfswochen</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
</context>
<context>
    <name>Calendars</name>
    <message>
        <source>A calendar says which days of the week are worked. Without any, Monday to Friday is.</source>
        <translation>Ein Kalender sagt, an welchen Wochentagen gearbeitet wird. Ohne Kalender ist das Montag bis Freitag.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Days on which nobody works who keeps the calendar.</source>
        <translation>Tage, an denen niemand arbeitet, für den der Kalender gilt.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Holidays belong to a calendar; add a calendar first. An import draws the public holidays of its country.</source>
        <translation>Feiertage gehören zu einem Kalender; legen Sie zuerst einen an. Ein Import holt die gesetzlichen Feiertage seines Landes.</translation>
    </message>
    <message>
        <source>Holidays of this calendar</source>
        <translation>Feiertage dieses Kalenders</translation>
    </message>
    <message>
        <source>ISO code, such as ENG</source>
        <translation>ISO-Code wie BY</translation>
    </message>
    <message>
        <source>ISO code, such as GB; an import draws its public holidays</source>
        <translation>ISO-Code wie DE; ein Import holt die gesetzlichen Feiertage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Resources that keep this calendar</source>
        <translation>Ressourcen, für die dieser Kalender gilt</translation>
    </message>
    <message>
        <source>Subdivision</source>
        <translation>Landesteil</translation>
    </message>
    <message>
        <source>Such as Mon-Fri, or Mon,Tue,Thu</source>
        <translation>Wie Mon-Fri oder Mon,Tue,Thu</translation>
    </message>
    <message>
        <source>Which days of the week are worked; resources without a calendar keep the default one.</source>
        <translation>An welchen Wochentagen gearbeitet wird; für Ressourcen ohne Kalender gilt der Standardkalender.</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Arbeitstage</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>Feiertage</translation>
    </message>
</context>
<context>
    <name>CapacityStrip</name>
    <message numerus="yes">
        <source>%n weeks ask above capacity</source>
        <comment>%n week asks above capacity</comment>
        <translation>
            <numerusform>%n Woche verlangt mehr als die Kapazität</numerusform>
            <numerusform>%n Wochen verlangen mehr als die Kapazität</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked, with the delays</source>
        <translation>Verlangt, verschoben</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Given by the plan</source>
        <translation>Vom Plan zugeteilt</translation>
    </message>
    <message>
        <source>Hours of the people who hold the role first, and hours asked of it</source>
        <translation>Stunden der Personen mit dieser ersten Rolle und Stunden, die von ihr verlangt werden</translation>
    </message>
    <message>
        <source>Load against capacity by week</source>
        <translation>Last gegen Kapazität nach Wochen</translation>
    </message>
    <message>
        <source>Outside the horizon of the portfolio</source>
        <translation>Außerhalb des Horizonts des Portfolios</translation>
    </message>
    <message>
        <source>{given} h {what}, {asked} h asked, {capacity} h capacity</source>
        <translation>{given} h {what}, {asked} h verlangt, {capacity} h Kapazität</translation>
    </message>
    <message>
        <source>{said} ({before} before)</source>
        <translation>{said} (vorher {before})</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Keep these changes as a backup, and let the file be as it is</source>
        <translation>Behält diese Änderungen als Sicherung und lässt die Datei, wie sie ist</translation>
    </message>
    <message>
        <source>Open the portfolio with these changes</source>
        <translation>Öffnet das Portfolio mit diesen Änderungen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>, {min_level} asked</source>
        <translation>, {min_level} verlangt</translation>
    </message>
    <message>
        <source>, {percent} % of the day</source>
        <translation>, {percent} % des Tages</translation>
    </message>
    <message>
        <source>Asks for nothing</source>
        <translation>Verlangt nichts</translation>
    </message>
    <message>
        <source>Coverage: hours given ÷ hours asked</source>
        <translation>Deckung: zugeteilte Stunden ÷ verlangte Stunden</translation>
    </message>
    <message>
        <source>Free: {room} h</source>
        <translation>Frei: {room} h</translation>
    </message>
    <message>
        <source>No capacity in these weeks</source>
        <translation>Keine Kapazität in diesen Wochen</translation>
    </message>
    <message>
        <source>No capacity this week</source>
        <translation>Keine Kapazität in dieser Woche</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Gesetzlicher Feiertag</translation>
    </message>
    <message>
        <source>Utilisation: hours allocated ÷ capacity, sums divided</source>
        <translation>Auslastung: zugeteilte Stunden ÷ Kapazität, Summen geteilt</translation>
    </message>
    <message>
        <source>asked for by name · {priority}</source>
        <translation>namentlich verlangt · {priority}</translation>
    </message>
    <message>
        <source>does not hold {role} · {priority}</source>
        <translation>hat die Rolle {role} nicht · {priority}</translation>
    </message>
    <message>
        <source>hard booking</source>
        <translation>feste Buchung</translation>
    </message>
    <message>
        <source>holds {role} {held}{asked} · {priority}</source>
        <translation>hat {role} {held}{asked} · {priority}</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>priority {priority}</source>
        <translation>Priorität {priority}</translation>
    </message>
    <message>
        <source>soft booking</source>
        <translation>weiche Buchung</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message numerus="yes">
        <source>{first} to {last}, %n rows</source>
        <comment>{first} to {last}, %n row</comment>
        <translation>
            <numerusform>{first} bis {last}, %n Zeile</numerusform>
            <numerusform>{first} bis {last}, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{hard} h of it hard</source>
        <translation>davon {hard} h fest</translation>
    </message>
    <message>
        <source>{load} h, none asked</source>
        <translation>{load} h, nichts verlangt</translation>
    </message>
    <message>
        <source>{met} met</source>
        <translation>{met} gedeckt</translation>
    </message>
    <message>
        <source>{met} met, {short} h short</source>
        <translation>{met} gedeckt, {short} h fehlen</translation>
    </message>
    <message>
        <source>{met}, {load} h more than asked</source>
        <translation>{met}, {load} h mehr als verlangt</translation>
    </message>
    <message>
        <source>{name} away {days}{part}{reason}</source>
        <translation>{name} abwesend {days}{part}{reason}</translation>
    </message>
    <message>
        <source>{name} on {day}</source>
        <translation>{name} am {day}</translation>
    </message>
    <message numerus="yes">
        <source>{said}, %n weeks</source>
        <comment>{said}, %n week</comment>
        <translation>
            <numerusform>{said}, %n Woche</numerusform>
            <numerusform>{said}, %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>{sign}{load} h without capacity</source>
        <translation>{sign}{load} h ohne Kapazität</translation>
    </message>
    <message>
        <source>{sign}{used}, {load} h over</source>
        <translation>{sign}{used}, {load} h zu viel</translation>
    </message>
    <message>
        <source>{title}, {week}: {load} of {capacity}, {verdict}</source>
        <translation>{title}, {week}: {load} von {capacity}, {verdict}</translation>
    </message>
    <message>
        <source>{used}, fully used</source>
        <translation>{used}, voll ausgelastet</translation>
    </message>
    <message>
        <source>{used}, {free} h free</source>
        <translation>{used}, {free} h frei</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Hours a week</source>
        <translation>Stunden je Woche</translation>
    </message>
</context>
<context>
    <name>CellEdits</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <comment>%n cell</comment>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new {thing}</source>
        <translation>1 × {thing} neu</translation>
    </message>
    <message>
        <source>New row {number} ({name}), {problem}</source>
        <translation>Neue Zeile {number} ({name}), {problem}</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste {cells} and {rows}</source>
        <translation>{cells} und {rows} einfügen</translation>
    </message>
    <message>
        <source>Paste {cells} into {many}</source>
        <translation>{cells} einfügen in {many}</translation>
    </message>
    <message>
        <source>Paste {rows}</source>
        <translation>{rows} einfügen</translation>
    </message>
    <message>
        <source>The block is {width} columns wide, but only {left} are left from here on</source>
        <translation>Der Block ist {width} Spalten breit, aber ab hier sind nur {left} übrig</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Was hier steht</translation>
    </message>
    <message>
        <source>is worked out, not typed</source>
        <translation>wird berechnet, nicht eingegeben</translation>
    </message>
    <message>
        <source>{count} new {things}</source>
        <translation>{count} × {things} neu</translation>
    </message>
    <message>
        <source>{names} is worked out, not typed; paste into another column</source>
        <translation>{names} wird berechnet, nicht eingegeben; fügen Sie in eine andere Spalte ein</translation>
    </message>
    <message>
        <source>{names}: is missing; a new {one} needs it</source>
        <translation>{names}: fehlt; neu in {one} geht es nicht ohne</translation>
    </message>
    <message>
        <source>{what}: nothing was changed. {why}</source>
        <translation>{what}: nichts wurde geändert. {why}</translation>
    </message>
    <message>
        <source>{what}: nothing was changed. {why} (and {more} more)</source>
        <translation>{what}: nichts wurde geändert. {why} (und {more} weitere)</translation>
    </message>
</context>
<context>
    <name>CellPanel</name>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Zugeteilt von</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>The chosen cells</source>
        <translation>Die gewählten Zellen</translation>
    </message>
    <message>
        <source>Works on</source>
        <translation>Arbeitet an</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added: {things}.</source>
        <translation>Neu: {things}.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basisplan</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change of a scenario</source>
        <translation>Änderung eines Szenarios</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed: {things}.</source>
        <translation>Geändert: {things}.</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Demand week</source>
        <translation>Bedarfswoche</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>Von → bis</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Nothing changes: the portfolio says all this already</source>
        <translation>Nichts ändert sich: Das Portfolio sagt das alles schon</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Removed: {things}.</source>
        <translation>Entfernt: {things}.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>something removed since</source>
        <translation>etwas, das seitdem entfernt wurde</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>{count} hinzugefügt</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} geändert</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>{count} entfernt</translation>
    </message>
</context>
<context>
    <name>ChooseColumns</name>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Ab</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Auf</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Show these columns</source>
        <translation>Diese Spalten zeigen</translation>
    </message>
    <message>
        <source>{first} always comes first and stays in sight.</source>
        <translation>{first} steht immer vorn und bleibt im Blick.</translation>
    </message>
</context>
<context>
    <name>ColumnFilter</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{values} and {count} more</source>
        <translation>{values} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Here plans stand side by side: figures with their differences, and what differs by project, person, week and hour. There is only the plan of record; make a scenario, or solve again to have a plan before.</source>
        <translation>Hier stehen Pläne nebeneinander: Kennzahlen mit ihren Unterschieden, und was sich nach Projekt, Person, Woche und Stunde unterscheidet. Es gibt nur den gültigen Plan; ein Szenario anlegen, oder noch einmal berechnen, um einen Plan davor zu haben.</translation>
    </message>
    <message>
        <source>Mark two to five at the left to see them side by side.</source>
        <translation>Links zwei bis fünf ankreuzen, um sie nebeneinander zu sehen.</translation>
    </message>
    <message>
        <source>Solve it</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Solve “{name}”</source>
        <translation>„{name}“ berechnen</translation>
    </message>
    <message>
        <source>There is nothing to export yet: mark two plans to compare</source>
        <translation>Es gibt noch nichts zu exportieren: zwei Pläne zum Vergleichen ankreuzen</translation>
    </message>
    <message>
        <source>Two plans are needed to compare; what is marked has too few.</source>
        <translation>Zum Vergleichen braucht es zwei Pläne; was angekreuzt ist, hat zu wenige.</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>noch kein Plan</translation>
    </message>
    <message>
        <source>{portfolio} compared</source>
        <translation>{portfolio} verglichen</translation>
    </message>
    <message>
        <source>{portfolio} load compared</source>
        <translation>{portfolio} Last verglichen</translation>
    </message>
</context>
<context>
    <name>CompareTables</name>
    <message>
        <source>Whose load is shown</source>
        <translation>Wessen Last gezeigt wird</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message numerus="yes">
        <source>%n people</source>
        <comment>%n person</comment>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n projects</source>
        <comment>%n project</comment>
        <translation>
            <numerusform>%n Projekt</numerusform>
            <numerusform>%n Projekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <comment>%n week</comment>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks earlier</source>
        <comment>%n week earlier</comment>
        <translation>
            <numerusform>%n Woche früher</numerusform>
            <numerusform>%n Wochen früher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks later</source>
        <comment>%n week later</comment>
        <translation>
            <numerusform>%n Woche später</numerusform>
            <numerusform>%n Wochen später</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed h</source>
        <translation>Geändert h</translation>
    </message>
    <message>
        <source>Coverage of priority {priority}</source>
        <translation>Deckung der Priorität {priority}</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hours that moved, came or went there</source>
        <translation>Stunden, die dort verschoben sind, dazukommen oder wegfallen</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>No difference: the same projects, people, weeks and hours</source>
        <translation>Kein Unterschied: dieselben Projekte, Personen, Wochen und Stunden</translation>
    </message>
    <message>
        <source>Parts of the comparison</source>
        <translation>Teile des Vergleichs</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>To another person</source>
        <translation>Zu anderer Person</translation>
    </message>
    <message>
        <source>To another person and week</source>
        <translation>Zu anderer Person und Woche</translation>
    </message>
    <message>
        <source>To another week</source>
        <translation>In andere Woche</translation>
    </message>
    <message>
        <source>Unmet h</source>
        <translation>Fehlt h</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>asks {hours} h instead of {before} h</source>
        <translation>verlangt {hours} h statt {before} h</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>no hours moved</source>
        <translation>keine Stunden verschoben</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>hier nicht</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>out of date: its portfolio has changed since</source>
        <translation>veraltet: sein Portfolio hat sich seither geändert</translation>
    </message>
    <message>
        <source>priority {priority} instead of {before}</source>
        <translation>Priorität {priority} statt {before}</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>worth other points</source>
        <translation>andere Punkte wert</translation>
    </message>
    <message>
        <source>{counts} differ from {first}</source>
        <translation>{counts} unterscheiden sich von {first}</translation>
    </message>
    <message>
        <source>{figure} pp</source>
        <translation>{figure} Pp.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{hours} h added</source>
        <translation>{hours} h hinzugefügt</translation>
    </message>
    <message>
        <source>{hours} h changed</source>
        <translation>{hours} h geändert</translation>
    </message>
    <message>
        <source>{hours} h moved</source>
        <translation>{hours} h verschoben</translation>
    </message>
    <message>
        <source>{hours} h of it are for what is no longer there</source>
        <translation>{hours} h davon sind für etwas, das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>{hours} h removed</source>
        <translation>{hours} h entfernt</translation>
    </message>
    <message>
        <source>{side} less {first}</source>
        <translation>{side} weniger {first}</translation>
    </message>
    <message>
        <source>{side}: h</source>
        <translation>{side}: h</translation>
    </message>
    <message>
        <source>{side}: met h</source>
        <translation>{side}: gedeckt h</translation>
    </message>
    <message>
        <source>{status} plan of {day} {time}, gap {gap}</source>
        <translation>Plan ({status}) vom {day} {time}, Abstand {gap}</translation>
    </message>
    <message>
        <source>{used} of {capacity} h of capacity; {projects} projects in {weeks} weeks</source>
        <translation>{used} von {capacity} h Kapazität; {projects} Projekte in {weeks} Wochen</translation>
    </message>
    <message>
        <source>± Met h</source>
        <translation>± Gedeckt h</translation>
    </message>
    <message>
        <source>± Points</source>
        <translation>± Punkte</translation>
    </message>
    <message>
        <source>± Unmet h</source>
        <translation>± Fehlt h</translation>
    </message>
    <message>
        <source>± h</source>
        <translation>± h</translation>
    </message>
    <message>
        <source>“{name}” has no plan yet; solve it to compare it.</source>
        <translation>„{name}“ hat noch keinen Plan; zum Vergleichen erst berechnen.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Every edit you made is kept; what is not in its file yet is offered at the next start. A report was written to {path}; it holds nothing of your portfolio.</source>
        <translation>Jede Ihrer Änderungen ist bewahrt; was noch nicht in der Datei ist, wird beim nächsten Start angeboten. Ein Bericht steht in {path}; er enthält nichts aus Ihrem Portfolio.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Something went wrong inside Plimsoll.</source>
        <translation>In Plimsoll ist etwas schiefgegangen.</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>Each point is a plan: click one, or use the arrow keys; Enter keeps it</source>
        <translation>Jeder Punkt ist ein Plan: Klicken Sie einen an oder nehmen Sie die Pfeiltasten; Enter behält ihn</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Approve “{name}”?</source>
        <translation>„{name}“ genehmigen?</translation>
    </message>
    <message>
        <source>Approving changes nothing else: promote the scenario to put it in force.</source>
        <translation>Genehmigen ändert sonst nichts: in Kraft kommt das Szenario erst, wenn es in Kraft gesetzt wird.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject “{name}”?</source>
        <translation>„{name}“ ablehnen?</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>Asked h</source>
        <translation>Verlangt h</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Demands say how many hours of which role a project needs, and when. Import the workbook that lists them.</source>
        <translation>Bedarfe sagen, wie viele Stunden welcher Rolle ein Projekt braucht und wann. Importieren Sie die Arbeitsmappe, in der sie stehen.</translation>
    </message>
    <message>
        <source>Does not count: this demand has weeks of its own, which stand below and on the tab Demand weeks</source>
        <translation>Zählt nicht: Dieser Bedarf hat eigene Wochen; sie stehen darunter und auf dem Blatt Bedarfswochen</translation>
    </message>
    <message>
        <source>Effort that projects ask of a role or of one resource, and how much of it the plan meets.</source>
        <translation>Aufwand, den Projekte von einer Rolle oder einer Ressource verlangen, und wie viel davon der Plan deckt.</translation>
    </message>
    <message>
        <source>Exactly one of Hours a week, Total h and FTE says how much; typing one clears the others</source>
        <translation>Genau eines von h je Woche, Gesamt h und FTE sagt, wie viel; wer eines eingibt, leert die anderen</translation>
    </message>
    <message>
        <source>FTE</source>
        <translation>FTE</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>h je Woche</translation>
    </message>
    <message>
        <source>Hours asked inside the horizon</source>
        <translation>Im Horizont verlangte Stunden</translation>
    </message>
    <message>
        <source>Hours met ÷ hours asked; a double click, or F2, shows the demand in the page Plan</source>
        <translation>Gedeckte ÷ verlangte Stunden; ein Doppelklick oder F2 zeigt den Bedarf auf der Seite Plan</translation>
    </message>
    <message>
        <source>How the hours lie over the dates</source>
        <translation>Wie die Stunden über die Termine verteilt sind</translation>
    </message>
    <message>
        <source>Last day, included</source>
        <translation>Letzter Tag, einschließlich</translation>
    </message>
    <message>
        <source>Lowest level of the role that will do</source>
        <translation>Niedrigste Stufe der Rolle, die genügt</translation>
    </message>
    <message>
        <source>Min level</source>
        <translation>Ab Stufe</translation>
    </message>
    <message>
        <source>Most people</source>
        <translation>Max. Pers.</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Only this resource may do it; empty: anyone who fits</source>
        <translation>Nur diese Ressource darf es tun; leer: jede geeignete</translation>
    </message>
    <message>
        <source>People on this demand at most; empty: no limit</source>
        <translation>Höchstens so viele Personen auf diesem Bedarf; leer: keine Grenze</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The main reason why hours are not met; a click, or F2, shows all of it in the page Insight</source>
        <translation>Der Hauptgrund, warum Stunden nicht gedeckt sind; ein Klick oder F2 zeigt alles auf der Seite Einsichten</translation>
    </message>
    <message>
        <source>Total h</source>
        <translation>Gesamt h</translation>
    </message>
    <message>
        <source>Why short</source>
        <translation>Warum zu wenig</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
</context>
<context>
    <name>Dependencies</name>
    <message>
        <source>A dependency lets one project wait for another. There must be two projects first.</source>
        <translation>Eine Abhängigkeit lässt ein Projekt auf ein anderes warten. Dazu muss es erst zwei Projekte geben.</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>FS: the successor starts after the predecessor finishes; SS: after it starts; FF: it finishes after it finishes; SF: after it starts</source>
        <translation>FS: Der Nachfolger beginnt nach dem Ende des Vorgängers; SS: nach dessen Beginn; FF: Er endet nach dessen Ende; SF: nach dessen Beginn</translation>
    </message>
    <message>
        <source>Lag weeks</source>
        <translation>Abstand Wo.</translation>
    </message>
    <message>
        <source>Predecessor</source>
        <translation>Vorgänger</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Weeks between the two; below 0 they may overlap</source>
        <translation>Wochen zwischen beiden; unter 0 dürfen sie sich überlappen</translation>
    </message>
    <message>
        <source>Which project waits for which, by their dates.</source>
        <translation>Welches Projekt nach seinen Terminen auf welches wartet.</translation>
    </message>
    <message>
        <source>dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide {name}</source>
        <translation>{name} verbergen</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Imported {name}; undo takes it back in one step.</source>
        <translation>{name} importiert; Rückgängig nimmt es in einem Schritt zurück.</translation>
    </message>
    <message>
        <source>Others have changed the same meanwhile: this is the import compared with what it is now</source>
        <translation>Andere haben inzwischen dasselbe geändert: Dies ist der Import im Vergleich zum jetzigen Stand</translation>
    </message>
    <message>
        <source>Sample portfolio</source>
        <translation>Beispielportfolio</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>{name} is open here already</source>
        <translation>{name} ist hier schon offen</translation>
    </message>
    <message>
        <source>{name} with findings</source>
        <translation>{name} mit Befunden</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>A plan that it was worked out by was out of date; solve both for figures to rely on.</source>
        <translation>Ein Plan, mit dem das ermittelt wurde, war veraltet; für verlässliche Zahlen beide berechnen.</translation>
    </message>
    <message>
        <source>It waits for approval, and its effects are not worked out yet.</source>
        <translation>Es wartet auf Genehmigung, und seine Wirkung ist noch nicht ermittelt.</translation>
    </message>
    <message>
        <source>It waits for approval.</source>
        <translation>Es wartet auf Genehmigung.</translation>
    </message>
    <message>
        <source>Its effects are out of date: {changes}.</source>
        <translation>Seine Wirkung ist veraltet: {changes}.</translation>
    </message>
    <message>
        <source>Its effects were never worked out.</source>
        <translation>Seine Wirkung wurde nie ermittelt.</translation>
    </message>
    <message>
        <source>Propose it for approval: what it does to value, cost, dates and every other project is worked out then.</source>
        <translation>Zur Genehmigung vorschlagen: dann wird ermittelt, was es mit Wert, Kosten, Terminen und jedem anderen Projekt macht.</translation>
    </message>
    <message>
        <source>Worked out {when}, up to date</source>
        <translation>Ermittelt {when}, aktuell</translation>
    </message>
    <message>
        <source>Worked out {when}; since then {changes}</source>
        <translation>Ermittelt {when}; seitdem: {changes}</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>coverage {was} → {now}</source>
        <translation>Deckung {was} → {now}</translation>
    </message>
    <message>
        <source>only in the plan of record</source>
        <translation>nur im gültigen Plan</translation>
    </message>
    <message>
        <source>only in the scenario</source>
        <translation>nur im Szenario</translation>
    </message>
    <message>
        <source>the plan of record has changed</source>
        <translation>der gültige Plan hat sich geändert</translation>
    </message>
    <message>
        <source>the scenario has changed</source>
        <translation>das Szenario hat sich geändert</translation>
    </message>
    <message>
        <source>there are newer plans</source>
        <translation>es gibt neuere Pläne</translation>
    </message>
    <message>
        <source>{was} → {now} ({difference})</source>
        <translation>{was} → {now} ({difference})</translation>
    </message>
</context>
<context>
    <name>EffectsPanel</name>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen…</translation>
    </message>
    <message>
        <source>No figure changes</source>
        <translation>Keine Kennzahl ändert sich</translation>
    </message>
    <message>
        <source>No other project is touched</source>
        <translation>Kein anderes Projekt ist betroffen</translation>
    </message>
    <message>
        <source>Propose it</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>To every other project</source>
        <translation>Mit jedem anderen Projekt</translation>
    </message>
    <message>
        <source>To its own projects</source>
        <translation>Mit den eigenen Projekten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es macht</translation>
    </message>
    <message>
        <source>Work out again</source>
        <translation>Neu ermitteln</translation>
    </message>
    <message>
        <source>Work out its effects</source>
        <translation>Wirkung ermitteln</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Estimates</name>
    <message>
        <source>An estimate says how little or much of its effort a project may take, and how likely a proposal is won. There must be a project first.</source>
        <translation>Eine Schätzung sagt, wie wenig oder viel Aufwand ein Projekt brauchen kann und wie wahrscheinlich ein Vorschlag gewonnen wird. Zuerst muss es ein Projekt geben.</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <source>High %</source>
        <translation>Hoch %</translation>
    </message>
    <message>
        <source>How likely it is that a proposed project comes at all</source>
        <translation>Wie wahrscheinlich es ist, dass ein vorgeschlagenes Projekt überhaupt kommt</translation>
    </message>
    <message>
        <source>Likely %</source>
        <translation>Wahrscheinlich %</translation>
    </message>
    <message>
        <source>Low %</source>
        <translation>Niedrig %</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The greatest effort that is thinkable, in percent of what the project&apos;s demands ask</source>
        <translation>Der größte denkbare Aufwand, in Prozent dessen, was die Bedarfe des Projekts verlangen</translation>
    </message>
    <message>
        <source>The least effort that is thinkable, in percent of what the project&apos;s demands ask</source>
        <translation>Der kleinste denkbare Aufwand, in Prozent dessen, was die Bedarfe des Projekts verlangen</translation>
    </message>
    <message>
        <source>The likeliest effort, in percent of what the project&apos;s demands ask</source>
        <translation>Der wahrscheinlichste Aufwand, in Prozent dessen, was die Bedarfe des Projekts verlangen</translation>
    </message>
    <message>
        <source>What may become of a project. Futures are drawn from this; plans are made for what the demands ask.</source>
        <translation>Was aus einem Projekt werden kann. Verläufe werden daraus gezogen; Pläne gelten für das, was die Bedarfe verlangen.</translation>
    </message>
    <message>
        <source>Win probability %</source>
        <translation>Gewinnchance %</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>FieldNames</name>
    <message>
        <source>assignment cost</source>
        <translation>Kosten einer Zuordnung</translation>
    </message>
    <message>
        <source>available from</source>
        <translation>verfügbar von</translation>
    </message>
    <message>
        <source>available to</source>
        <translation>verfügbar bis</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geänderte Zuordnungen</translation>
    </message>
    <message>
        <source>continuity</source>
        <translation>Kontinuität</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>cost per hour</source>
        <translation>Kosten je Stunde</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>default calendar</source>
        <translation>Standardkalender</translation>
    </message>
    <message>
        <source>delay cost</source>
        <translation>Kosten der Verschiebung</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>first</source>
        <translation>von</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Eignung</translation>
    </message>
    <message>
        <source>fte</source>
        <translation>FTE</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>hours per week</source>
        <translation>Stunden je Woche</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>lag weeks</source>
        <translation>Abstand Wochen</translation>
    </message>
    <message>
        <source>last</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>max delay</source>
        <translation>max. Verschiebung</translation>
    </message>
    <message>
        <source>max people</source>
        <translation>höchstens Personen</translation>
    </message>
    <message>
        <source>max projects</source>
        <translation>höchstens Projekte</translation>
    </message>
    <message>
        <source>min level</source>
        <translation>Mindeststufe</translation>
    </message>
    <message>
        <source>minimum block</source>
        <translation>Mindestblock</translation>
    </message>
    <message>
        <source>minimum coverage</source>
        <translation>Mindestdeckung</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschobene Stunden</translation>
    </message>
    <message>
        <source>must do</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>other roles</source>
        <translation>weitere Rollen</translation>
    </message>
    <message>
        <source>overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>overtime cost</source>
        <translation>Kosten der Überstunden</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>plan of record</source>
        <translation>gültiger Plan</translation>
    </message>
    <message>
        <source>predecessor</source>
        <translation>Vorgänger</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>project share</source>
        <translation>Projektanteil</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>standard week</source>
        <translation>Standardwoche</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>subdivision</source>
        <translation>Landesteil</translation>
    </message>
    <message>
        <source>successor</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>total hours</source>
        <translation>Stunden gesamt</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>Arbeitstage</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>There is no {what} called “{text}”; choose one from the list</source>
        <translation>„{text}“ gibt es nicht ({what}); wählen Sie aus der Liste</translation>
    </message>
    <message>
        <source>This cannot be empty; type a name</source>
        <translation>Dies darf nicht leer sein; geben Sie einen Namen ein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>from 0 to {highest:g}</source>
        <translation>von 0 bis {highest:g}</translation>
    </message>
    <message>
        <source>from {lowest} to {highest}</source>
        <translation>von {lowest} bis {highest}</translation>
    </message>
    <message>
        <source>of 0 or more</source>
        <translation>ab 0</translation>
    </message>
    <message>
        <source>{lowest} or more</source>
        <translation>ab {lowest}</translation>
    </message>
    <message>
        <source>“{plain}” does not fit; type a whole number {span}</source>
        <translation>„{plain}“ passt nicht; geben Sie eine ganze Zahl {span} ein</translation>
    </message>
    <message>
        <source>“{text}” does not fit; name days such as Mon-Fri or Mon,Tue,Thu</source>
        <translation>„{text}“ passt nicht; nennen Sie Tage wie Mon-Fri oder Mon,Tue,Thu</translation>
    </message>
    <message>
        <source>“{text}” does not fit; type a number {span}</source>
        <translation>„{text}“ passt nicht; geben Sie eine Zahl {span} ein</translation>
    </message>
    <message>
        <source>“{text}” does not fit; type a whole number such as 2 or -1</source>
        <translation>„{text}“ passt nicht; geben Sie eine ganze Zahl wie 2 oder -1 ein</translation>
    </message>
    <message>
        <source>“{text}” does not fit; type {yes} or {no}</source>
        <translation>„{text}“ passt nicht; geben Sie {yes} oder {no} ein</translation>
    </message>
    <message>
        <source>“{text}” is none of {all_said}; choose one of them</source>
        <translation>„{text}“ ist keines von {all_said}; wählen Sie eines davon</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>{said}: see File, Recover</source>
        <translation>{said}: siehe Datei, Retten</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Export comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>Export workbook</source>
        <translation>Arbeitsmappe ausgeben</translation>
    </message>
    <message>
        <source>Folder for the charts</source>
        <translation>Ordner für die Diagramme</translation>
    </message>
    <message>
        <source>Import folder of .csv files</source>
        <translation>Ordner mit .csv-Dateien importieren</translation>
    </message>
    <message>
        <source>Import workbook</source>
        <translation>Arbeitsmappe importieren</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>Zuordnung laden</translation>
    </message>
    <message>
        <source>Load policy</source>
        <translation>Richtlinie laden</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Open portfolio</source>
        <translation>Portfolio öffnen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>Richtlinie speichern</translation>
    </message>
    <message>
        <source>Save portfolio</source>
        <translation>Portfolio speichern</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Send scenario</source>
        <translation>Szenario verschicken</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>Take in a scenario</source>
        <translation>Ein Szenario aufnehmen</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Arbeitsmappe</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>&gt; 5, 2..4, &lt;&gt; 3, = for empty</source>
        <translation>&gt; 5, 2..4, &lt;&gt; 3, = für leer</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Condition for {heading}</source>
        <translation>Bedingung für {heading}</translation>
    </message>
    <message>
        <source>Filter {heading}</source>
        <translation>{heading} filtern</translation>
    </message>
    <message>
        <source>More than {count} values: say above which you want.</source>
        <translation>Mehr als {count} Werte: Sagen Sie oben, welche Sie wollen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Values of {heading}</source>
        <translation>Werte von {heading}</translation>
    </message>
    <message>
        <source>Words, = exactly, &lt;&gt; not, = for empty</source>
        <translation>Wörter, = genau, &lt;&gt; nicht, = für leer</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in this table</source>
        <translation>In dieser Tabelle suchen</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächste (F3)</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorige (Umschalt+F3)</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n errors</source>
        <comment>%n error</comment>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <comment>%n note</comment>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <comment>%n warning</comment>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What would be right</source>
        <translation>Was richtig wäre</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>FindingsDock</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings of an import or a solve are listed here. There are none.</source>
        <translation>Hier stehen die Befunde eines Imports oder einer Berechnung. Es gibt keine.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>W{number}</source>
        <translation>KW {number}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>“{text}” is no date; type one such as {example}</source>
        <translation>„{text}“ ist kein Datum; geben Sie eines wie {example} ein</translation>
    </message>
    <message>
        <source>“{text}” is no day of the calendar; type one such as {example}</source>
        <translation>„{text}“ ist kein Tag des Kalenders; geben Sie einen wie {example} ein</translation>
    </message>
    <message>
        <source>“{text}” is no number; type one such as 7{decimal_point}5</source>
        <translation>„{text}“ ist keine Zahl; geben Sie eine wie 7{decimal_point}5 ein</translation>
    </message>
</context>
<context>
    <name>Futures</name>
    <message numerus="yes">
        <source>%n futures</source>
        <comment>%n future</comment>
        <translation>
            <numerusform>%n Verlauf</numerusform>
            <numerusform>%n Verläufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n projects have an estimate</source>
        <comment>%n project has an estimate</comment>
        <translation>
            <numerusform>%n Projekt hat eine Schätzung</numerusform>
            <numerusform>%n Projekte haben eine Schätzung</numerusform>
        </translation>
    </message>
    <message>
        <source>1 in 10 is above</source>
        <translation>Einer von 10 darüber</translation>
    </message>
    <message>
        <source>1 in 10 is below</source>
        <translation>Einer von 10 darunter</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>Wie geplant</translation>
    </message>
    <message>
        <source>Best of these in</source>
        <translation>Bester davon in</translation>
    </message>
    <message>
        <source>Best plans of {count}: {always} projects always in, {never} never</source>
        <translation>Beste Pläne von {count}: {always} Projekte immer dabei, {never} nie</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Full-time people more with whom it holds in {sure} of the futures</source>
        <translation>Vollzeitkräfte mehr, mit denen es in {sure} der Verläufe hält</translation>
    </message>
    <message>
        <source>Holds in</source>
        <translation>Hält in</translation>
    </message>
    <message>
        <source>Holds with them in</source>
        <translation>Hält damit in</translation>
    </message>
    <message>
        <source>Hours they work</source>
        <translation>Ihre Stunden</translation>
    </message>
    <message>
        <source>In a mean future, over the whole horizon</source>
        <translation>In einem mittleren Verlauf, über den ganzen Horizont</translation>
    </message>
    <message>
        <source>In the best plan of</source>
        <translation>Im besten Plan von</translation>
    </message>
    <message>
        <source>Mean future</source>
        <translation>Mittlerer Verlauf</translation>
    </message>
    <message>
        <source>Mean regret</source>
        <translation>Mittleres Bedauern</translation>
    </message>
    <message>
        <source>Met in</source>
        <translation>Gedeckt in</translation>
    </message>
    <message>
        <source>Parts of what the futures say</source>
        <translation>Teile dessen, was die Verläufe sagen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Points that it falls short of the best plan here, in a mean future</source>
        <translation>Punkte, um die er in einem mittleren Verlauf hinter dem besten Plan hier bleibt</translation>
    </message>
    <message>
        <source>Points that it falls short of the best plan known of each solved future, on average</source>
        <translation>Punkte, um die er im Mittel hinter dem besten bekannten Plan jedes berechneten Verlaufs bleibt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Share of the futures in which 95 % of what is planned is given</source>
        <translation>Anteil der Verläufe, in denen 95 % des Geplanten gegeben werden</translation>
    </message>
    <message>
        <source>Share of the futures in which 95 % of what is planned is given with the reserve</source>
        <translation>Anteil der Verläufe, in denen mit der Reserve 95 % des Geplanten gegeben werden</translation>
    </message>
    <message>
        <source>Share of the futures in which it gets at least {share} of its hours</source>
        <translation>Anteil der Verläufe, in denen es mindestens {share} seiner Stunden bekommt</translation>
    </message>
    <message>
        <source>Share of the futures in which no other plan here is worth more</source>
        <translation>Anteil der Verläufe, in denen kein anderer Plan hier mehr wert ist</translation>
    </message>
    <message>
        <source>Share of the hours asked of the role that the plan gives where all comes as planned</source>
        <translation>Anteil der verlangten Stunden der Rolle, den der Plan gibt, wenn alles kommt wie geplant</translation>
    </message>
    <message>
        <source>Share of the hours asked that it gets in a mean future</source>
        <translation>Anteil der verlangten Stunden, den es in einem mittleren Verlauf bekommt</translation>
    </message>
    <message>
        <source>Share of the solved futures whose best plan takes the project in and covers it</source>
        <translation>Anteil der berechneten Verläufe, deren bester Plan das Projekt aufnimmt und deckt</translation>
    </message>
    <message>
        <source>Short of the best known</source>
        <translation>Hinter dem besten bekannten</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>over {share}</source>
        <translation>über {share}</translation>
    </message>
    <message>
        <source>under {share}</source>
        <translation>unter {share}</translation>
    </message>
    <message>
        <source>{futures}; no project has an estimate (Projects, sheet Estimates)</source>
        <translation>{futures}; kein Projekt hat eine Schätzung (Projekte, Blatt Schätzungen)</translation>
    </message>
    <message>
        <source>{futures}; {known}</source>
        <translation>{futures}; {known}</translation>
    </message>
    <message>
        <source>{plan}: met in</source>
        <translation>{plan}: gedeckt in</translation>
    </message>
    <message>
        <source>{plan}: {planned} points as planned, {mean} in a mean future; one in ten is below {low}</source>
        <translation>{plan}: {planned} Punkte wie geplant, {mean} in einem mittleren Verlauf; einer von zehn liegt unter {low}</translation>
    </message>
    <message>
        <source>{told}. {plan} is worth most in bad futures</source>
        <translation>{told}. {plan} ist in schlechten Verläufen am meisten wert</translation>
    </message>
</context>
<context>
    <name>FuturesForm</name>
    <message>
        <source>Absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>Best plans</source>
        <translation>Beste Pläne</translation>
    </message>
    <message>
        <source>Effort from</source>
        <translation>Aufwand von</translation>
    </message>
    <message>
        <source>Effort to</source>
        <translation>Aufwand bis</translation>
    </message>
    <message>
        <source>Find best plans</source>
        <translation>Beste Pläne suchen</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Futures that are drawn</source>
        <translation>Verläufe, die gezogen werden</translation>
    </message>
    <message>
        <source>Futures, the first of those drawn, whose best plan is looked for</source>
        <translation>Verläufe, die ersten der gezogenen, deren bester Plan gesucht wird</translation>
    </message>
    <message>
        <source>Reserve for</source>
        <translation>Reserve für</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Sekunden je</translation>
    </message>
    <message>
        <source>Seconds that each search may take</source>
        <translation>Sekunden, die jede Suche dauern darf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Share of the futures in which a reserve is to be enough</source>
        <translation>Anteil der Verläufe, in denen eine Reserve reichen soll</translation>
    </message>
    <message>
        <source>Share of their time that people are away beyond their planned absences</source>
        <translation>Anteil der Zeit, den Menschen über geplante Abwesenheiten hinaus fehlen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The greatest effort of a project that has no estimate, of what its demands ask</source>
        <translation>Der größte Aufwand eines Projekts ohne Schätzung, gemessen an seinen Bedarfen</translation>
    </message>
    <message>
        <source>The least effort of a project that has no estimate, of what its demands ask</source>
        <translation>Der kleinste Aufwand eines Projekts ohne Schätzung, gemessen an seinen Bedarfen</translation>
    </message>
    <message>
        <source>What may come</source>
        <translation>Was kommen kann</translation>
    </message>
    <message>
        <source>Which futures: the same seed draws the same, on every machine</source>
        <translation>Welche Verläufe: derselbe Startwert zieht dieselben, auf jedem Rechner</translation>
    </message>
    <message>
        <source>{done} of {count} futures solved</source>
        <translation>{done} von {count} Verläufen berechnet</translation>
    </message>
</context>
<context>
    <name>FuturesSheet</name>
    <message>
        <source>Everything that the futures say as a workbook</source>
        <translation>Alles, was die Verläufe sagen, als Arbeitsmappe</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Here plans meet what may come: absence, projects that take more or less than they ask, proposals won or lost. Mark a plan at the left; where there is none yet, press Solve (F5).</source>
        <translation>Hier begegnen Pläne dem, was kommen kann: Abwesenheit, Projekte, die mehr oder weniger brauchen, gewonnene oder verlorene Vorschläge. Links einen Plan ankreuzen; wo noch keiner ist, Berechnen (F5) drücken.</translation>
    </message>
    <message>
        <source>No future was solved; give each more seconds</source>
        <translation>Kein Verlauf wurde berechnet; jedem mehr Sekunden geben</translation>
    </message>
    <message>
        <source>There is nothing to export yet: mark a plan</source>
        <translation>Es gibt noch nichts zu exportieren: einen Plan ankreuzen</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>noch kein Plan</translation>
    </message>
    <message>
        <source>{portfolio} futures</source>
        <translation>{portfolio} Verläufe</translation>
    </message>
</context>
<context>
    <name>Gantt</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>GanttDrafts</name>
    <message numerus="yes">
        <source>%n bookings stay in their weeks</source>
        <comment>%n booking stays in its week</comment>
        <translation>
            <numerusform>%n Buchung bleibt in ihrer Woche</numerusform>
            <numerusform>%n Buchungen bleiben in ihren Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <comment>%n week</comment>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message numerus="yes">
        <source>Breaks {link} with {other} by %n weeks</source>
        <comment>Breaks {link} with {other} by %n week</comment>
        <translation>
            <numerusform>Verletzt {link} mit {other} um %n Woche</numerusform>
            <numerusform>Verletzt {link} mit {other} um %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May be delayed by up to %n weeks, to {day}</source>
        <comment>May be delayed by up to %n week, to {day}</comment>
        <translation>
            <numerusform>Darf um bis zu %n Woche verschoben werden, bis {day}</numerusform>
            <numerusform>Darf um bis zu %n Wochen verschoben werden, bis {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>May not be delayed</source>
        <translation>Darf nicht verschoben werden</translation>
    </message>
    <message>
        <source>{count} earlier</source>
        <translation>{count} früher</translation>
    </message>
    <message>
        <source>{count} later</source>
        <translation>{count} später</translation>
    </message>
    <message>
        <source>{weeks} instead of {before}, the same hours</source>
        <translation>{weeks} statt {before}, dieselben Stunden</translation>
    </message>
    <message>
        <source>{weeks}, as it is</source>
        <translation>{weeks}, wie es ist</translation>
    </message>
</context>
<context>
    <name>GanttLinks</name>
    <message numerus="yes">
        <source>{link}: %n wk short</source>
        <comment>{link}: %n wk short</comment>
        <translation>
            <numerusform>{link}: %n Wo. fehlt</numerusform>
            <numerusform>{link}: %n Wo. fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GanttPanel</name>
    <message>
        <source>All roles</source>
        <translation>Alle Rollen</translation>
    </message>
    <message>
        <source>Allow a week less delay</source>
        <translation>Eine Woche weniger Verschiebung erlauben</translation>
    </message>
    <message>
        <source>Allow a week more delay</source>
        <translation>Eine Woche mehr Verschiebung erlauben</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Finish a week earlier, same hours</source>
        <translation>Eine Woche früher enden, gleiche Stunden</translation>
    </message>
    <message>
        <source>Finish a week later, same hours</source>
        <translation>Eine Woche später enden, gleiche Stunden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Go to its row</source>
        <translation>Zu seiner Zeile</translation>
    </message>
    <message>
        <source>Move a week earlier</source>
        <translation>Eine Woche nach vorn</translation>
    </message>
    <message>
        <source>Move a week later</source>
        <translation>Eine Woche nach hinten</translation>
    </message>
    <message>
        <source>Rank one higher</source>
        <translation>Einen Rang höher</translation>
    </message>
    <message>
        <source>Rank one lower</source>
        <translation>Einen Rang tiefer</translation>
    </message>
    <message>
        <source>Role of the load under the Gantt</source>
        <translation>Rolle der Last unter dem Gantt</translation>
    </message>
    <message>
        <source>Scroll to the bar of the current project</source>
        <translation>Zum Balken des aktuellen Projekts</translation>
    </message>
    <message>
        <source>Scroll to today</source>
        <translation>Zu heute</translation>
    </message>
    <message>
        <source>Show all weeks</source>
        <translation>Alle Wochen zeigen</translation>
    </message>
    <message>
        <source>Show fewer weeks</source>
        <translation>Weniger Wochen zeigen</translation>
    </message>
    <message>
        <source>Show more weeks</source>
        <translation>Mehr Wochen zeigen</translation>
    </message>
    <message>
        <source>Start a week earlier, same hours</source>
        <translation>Eine Woche früher beginnen, gleiche Stunden</translation>
    </message>
    <message>
        <source>Start a week later, same hours</source>
        <translation>Eine Woche später beginnen, gleiche Stunden</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Whose capacity stands under the Gantt</source>
        <translation>Wessen Kapazität unter dem Gantt steht</translation>
    </message>
    <message>
        <source>must do</source>
        <translation>Pflicht</translation>
    </message>
</context>
<context>
    <name>GanttPictures</name>
    <message>
        <source>The Gantt</source>
        <translation>Das Gantt</translation>
    </message>
</context>
<context>
    <name>GanttView</name>
    <message>
        <source>Gantt of projects by week</source>
        <translation>Gantt der Projekte nach Wochen</translation>
    </message>
</context>
<context>
    <name>GanttWords</name>
    <message numerus="yes">
        <source>Asked {first} to {last}, %n weeks</source>
        <comment>Asked {first} to {last}, %n week</comment>
        <translation>
            <numerusform>Verlangt {first} bis {last}, %n Woche</numerusform>
            <numerusform>Verlangt {first} bis {last}, %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Coverage {fraction}: {part} of {whole} h met</source>
        <translation>Deckung {fraction}: {part} von {whole} h gedeckt</translation>
    </message>
    <message>
        <source>Left out of the plan</source>
        <translation>Nicht im Plan</translation>
    </message>
    <message numerus="yes">
        <source>May be delayed by up to %n weeks</source>
        <comment>May be delayed by up to %n week</comment>
        <translation>
            <numerusform>Darf um bis zu %n Woche verschoben werden</numerusform>
            <numerusform>Darf um bis zu %n Wochen verschoben werden</numerusform>
        </translation>
    </message>
    <message>
        <source>No dates: give it demands, or a start and a finish</source>
        <translation>Keine Termine: Geben Sie ihm Bedarfe oder Beginn und Ende</translation>
    </message>
    <message>
        <source>Planned as asked</source>
        <translation>Geplant wie verlangt</translation>
    </message>
    <message>
        <source>Planned {first} to {last}, {delay_text}</source>
        <translation>Geplant {first} bis {last}, {delay_text}</translation>
    </message>
    <message>
        <source>Waits for {name} ({link_text})</source>
        <translation>Wartet auf {name} ({link_text})</translation>
    </message>
    <message numerus="yes">
        <source>and %n more demands are short</source>
        <comment>and %n more demand is short</comment>
        <translation>
            <numerusform>und bei %n weiterem Bedarf fehlen Stunden</numerusform>
            <numerusform>und bei %n weiteren Bedarfen fehlen Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>must do</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>priority {priority}</source>
        <translation>Priorität {priority}</translation>
    </message>
    <message>
        <source>{name} waits for it ({link_text})</source>
        <translation>{name} wartet darauf ({link_text})</translation>
    </message>
    <message>
        <source>{whole} h asked</source>
        <translation>{whole} h verlangt</translation>
    </message>
</context>
<context>
    <name>GoingBack</name>
    <message>
        <source>The plan of then is the latest again</source>
        <translation>Der damalige Plan ist wieder der letzte</translation>
    </message>
    <message>
        <source>The portfolio is what it was then. Ctrl+Z brings back what it was before.</source>
        <translation>Das Portfolio ist wieder, was es damals war. Strg+Z holt zurück, was es davor war.</translation>
    </message>
    <message>
        <source>The portfolio is what it was then: there is nothing to restore</source>
        <translation>Das Portfolio ist, was es damals war: Es gibt nichts wiederherzustellen</translation>
    </message>
</context>
<context>
    <name>GridChoices</name>
    <message>
        <source>All {things}</source>
        <translation>Alle {things}</translation>
    </message>
    <message>
        <source>Below 70 %</source>
        <translation>Unter 70 %</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By rank</source>
        <translation>Nach Rang</translation>
    </message>
    <message>
        <source>By role and name</source>
        <translation>Nach Rolle und Namen</translation>
    </message>
    <message>
        <source>Least covered first</source>
        <translation>Geringste Deckung zuerst</translation>
    </message>
    <message>
        <source>Least loaded first</source>
        <translation>Geringste Last zuerst</translation>
    </message>
    <message>
        <source>More than asked</source>
        <translation>Mehr als verlangt</translation>
    </message>
    <message>
        <source>Most covered first</source>
        <translation>Höchste Deckung zuerst</translation>
    </message>
    <message>
        <source>Most loaded first</source>
        <translation>Höchste Last zuerst</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Short of hours</source>
        <translation>Stunden fehlen</translation>
    </message>
</context>
<context>
    <name>HandBooking</name>
    <message>
        <source>No demand asks them for hours in these weeks</source>
        <translation>Kein Bedarf verlangt hier in diesen Wochen Stunden</translation>
    </message>
    <message>
        <source>Nothing is booked here</source>
        <translation>Hier ist nichts gebucht</translation>
    </message>
    <message>
        <source>Nothing is planned here that is not firm already</source>
        <translation>Hier ist nichts geplant, was nicht schon fest ist</translation>
    </message>
    <message>
        <source>Pick a line above to book hours of that person; Pin and Release are for all work here</source>
        <translation>Wählen Sie oben eine Zeile, um Stunden dieser Person zu buchen; Fixieren und Freigeben gelten für alle Arbeit hier</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen</translation>
    </message>
    <message>
        <source>{what} (↑↓ another)</source>
        <translation>{what} (↑↓ anderer)</translation>
    </message>
</context>
<context>
    <name>HandMoving</name>
    <message>
        <source>Choose cells of one person with work in them first; rows of roles, teams and projects cannot be moved</source>
        <translation>Wählen Sie erst Zellen einer Person, in denen Arbeit liegt; Zeilen von Rollen, Teams und Projekten lassen sich nicht verschieben</translation>
    </message>
    <message>
        <source>This portfolio can only be looked at</source>
        <translation>Dieses Portfolio lässt sich nur ansehen</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Load of resources by week</source>
        <translation>Last der Ressourcen nach Wochen</translation>
    </message>
    <message>
        <source>No row fits: choose others, or clear the search</source>
        <translation>Keine Zeile passt: Wählen Sie andere oder leeren Sie die Suche</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Put these errors right in the workbook and import it again. Nothing was changed.</source>
        <translation>Beheben Sie diese Fehler in der Arbeitsmappe und importieren Sie erneut. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Save findings beside the rows…</source>
        <translation>Befunde neben die Zeilen schreiben…</translation>
    </message>
    <message>
        <source>Writes a copy of the sheets as a workbook, with what was found beside each row</source>
        <translation>Schreibt eine Kopie der Blätter als Arbeitsmappe, mit den Befunden neben jeder Zeile</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>As a new portfolio…</source>
        <translation>Als neues Portfolio…</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import {count} changes</source>
        <translation>{count} Änderungen importieren</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>Keep the open portfolio as it is, and make another of this workbook</source>
        <translation>Lässt das offene Portfolio, wie es ist, und macht aus dieser Arbeitsmappe ein weiteres</translation>
    </message>
    <message>
        <source>The open portfolio is read-only: save it under another name, or import as a new one</source>
        <translation>Das offene Portfolio ist schreibgeschützt: Speichern Sie es unter anderem Namen oder importieren Sie als neues</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>As a new portfolio…</source>
        <translation>Als neues Portfolio…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import {count} changes</source>
        <translation>{count} Änderungen importieren</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>Keep the open portfolio as it is, and make another of this workbook</source>
        <translation>Lässt das offene Portfolio, wie es ist, und macht aus dieser Arbeitsmappe ein weiteres</translation>
    </message>
    <message>
        <source>Keeps how these sheets are read as a file, for colleagues or the command line</source>
        <translation>Bewahrt als Datei auf, wie diese Blätter gelesen werden, für Kollegen oder die Befehlszeile</translation>
    </message>
    <message>
        <source>Load mapping…</source>
        <translation>Zuordnung laden…</translation>
    </message>
    <message>
        <source>Nothing is applied before you import; it is one step, and undo takes it back.</source>
        <translation>Nichts geschieht vor dem Import; er ist ein Schritt, und Rückgängig nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Put these errors right in the workbook, or go back and say how it is to be read. Nothing was changed.</source>
        <translation>Beheben Sie diese Fehler in der Arbeitsmappe, oder gehen Sie zurück und sagen Sie, wie sie zu lesen ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Reading the sheets …</source>
        <translation>Die Blätter werden gelesen …</translation>
    </message>
    <message>
        <source>Reads these sheets as such a file says</source>
        <translation>Liest diese Blätter so, wie es in einer solchen Datei steht</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Zuordnung speichern…</translation>
    </message>
    <message>
        <source>Say what each sheet holds and what its columns mean. Cells of the first two lines can be changed; nothing is applied yet.</source>
        <translation>Sagen Sie, was jedes Blatt enthält und was seine Spalten bedeuten. Zellen der ersten beiden Zeilen lassen sich ändern; noch geschieht nichts.</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>Zeigen, was sich ändern würde</translation>
    </message>
    <message>
        <source>The open portfolio is read-only: save it under another name, or import as a new one</source>
        <translation>Das offene Portfolio ist schreibgeschützt: Speichern Sie es unter anderem Namen oder importieren Sie als neues</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
</context>
<context>
    <name>InputForm</name>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>In Schritten von</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>Nichts weiter</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>{title}: of what</source>
        <translation>{title}: wovon</translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message numerus="yes">
        <source>%n demands</source>
        <comment>%n demand</comment>
        <translation>
            <numerusform>%n Bedarf</numerusform>
            <numerusform>%n Bedarfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks from {first} to {last}</source>
        <comment>%n week from {first} to {last}</comment>
        <translation>
            <numerusform>%n Woche von {first} bis {last}</numerusform>
            <numerusform>%n Wochen von {first} bis {last}</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked h</source>
        <translation>Verlangt h</translation>
    </message>
    <message>
        <source>By cause: {causes}.</source>
        <translation>Nach Ursachen: {causes}.</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Every hour asked is met.</source>
        <translation>Jede verlangte Stunde ist gedeckt.</translation>
    </message>
    <message>
        <source>Free h</source>
        <translation>Frei h</translation>
    </message>
    <message>
        <source>From the first to the last week in which hours are short; hours delayed past the end are in none</source>
        <translation>Von der ersten bis zur letzten Woche, in der Stunden fehlen; hinter das Ende verschobene Stunden stehen in keiner</translation>
    </message>
    <message>
        <source>Full in</source>
        <translation>Voll in</translation>
    </message>
    <message>
        <source>Full weeks</source>
        <translation>Volle Wochen</translation>
    </message>
    <message>
        <source>Holders</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Hours asked less hours met</source>
        <translation>Verlangte Stunden minus gedeckte Stunden</translation>
    </message>
    <message>
        <source>Hours asked less hours met, over the whole horizon</source>
        <translation>Verlangte Stunden minus gedeckte Stunden, über den ganzen Horizont</translation>
    </message>
    <message>
        <source>Hours asked of the role by the projects that may take part, those left out too</source>
        <translation>Stunden, die Projekte von der Rolle verlangen, die teilnehmen dürfen, auch die weggelassenen</translation>
    </message>
    <message>
        <source>Hours of them that the plan meets</source>
        <translation>Stunden davon, die der Plan deckt</translation>
    </message>
    <message>
        <source>Hours unmet × weight of the project, in points: what meeting them would be worth</source>
        <translation>Ungedeckte Stunden × Gewicht des Projekts, in Punkten: was ihre Deckung wert wäre</translation>
    </message>
    <message>
        <source>Main cause</source>
        <translation>Hauptursache</translation>
    </message>
    <message>
        <source>Met h</source>
        <translation>Gedeckt h</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Resources that hold the role at any level, as their first or another</source>
        <translation>Ressourcen, die die Rolle auf irgendeiner Stufe haben, als erste oder weitere</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The bound was proved for the portfolio before the latest changes. Solve again to know how good a plan of it is.</source>
        <translation>Die Schranke wurde für das Portfolio vor den letzten Änderungen bewiesen. Berechnen Sie neu, um zu wissen, wie gut ein Plan davon ist.</translation>
    </message>
    <message>
        <source>The plan is worth {value} points, and it is proved that no {which} is worth more than {bound}. Whatever anyone finds, by any method, gains at most {gap} of that.</source>
        <translation>Der Plan ist {value} Punkte wert, und es ist bewiesen, dass kein {which} mehr als {bound} wert ist. Was immer jemand mit welcher Methode auch findet, bringt davon höchstens {gap}.</translation>
    </message>
    <message>
        <source>The plan is worth {value} points, and it is proved that no {which} is worth more.</source>
        <translation>Der Plan ist {value} Punkte wert, und es ist bewiesen, dass kein {which} mehr wert ist.</translation>
    </message>
    <message>
        <source>Unmet h</source>
        <translation>Fehlt h</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Weeks in which its holders are used to 95 % or more, or none of them is there while hours are short</source>
        <translation>Wochen, in denen ihre Inhaber zu 95 % oder mehr ausgelastet sind oder keiner da ist, während Stunden fehlen</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Gewichtet</translation>
    </message>
    <message>
        <source>Who is short of it</source>
        <translation>Wem sie fehlt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>W{first} – W{last}</source>
        <translation>KW {first}–{last}</translation>
    </message>
    <message>
        <source>plan of this portfolio</source>
        <translation>Plan dieses Portfolios</translation>
    </message>
    <message>
        <source>plan of this portfolio with the past of {status_date}</source>
        <translation>Plan dieses Portfolios mit der Vergangenheit vom {status_date}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{count} of {many}</source>
        <translation>{count} von {many}</translation>
    </message>
    <message>
        <source>{demand}, {project}: {hours} of {asked} h unmet</source>
        <translation>{demand}, {project}: {hours} von {asked} h nicht gedeckt</translation>
    </message>
    <message>
        <source>{hours} of {asked} h asked</source>
        <translation>{hours} von {asked} h verlangt</translation>
    </message>
    <message>
        <source>{total} h of {demands} are not met, most of them for: {cause} ({most} h).</source>
        <translation>{demands}: {total} h sind nicht gedeckt, die meisten wegen: {cause} ({most} h).</translation>
    </message>
    <message>
        <source>Σ max(0, capacity − allocated) of those who hold the role; who holds several counts in each, and level and weeks may not fit</source>
        <translation>Σ max(0, Kapazität − zugeteilt) derer, die die Rolle haben; wer mehrere hat, zählt in jeder, und Stufe und Wochen müssen nicht passen</translation>
    </message>
</context>
<context>
    <name>InsightActions</name>
    <message>
        <source>Copy chart of ca&amp;uses</source>
        <translation>Diagramm der &amp;Ursachen kopieren</translation>
    </message>
    <message>
        <source>Copy table of Insi&amp;ght</source>
        <translation>Ta&amp;belle der Einsichten kopieren</translation>
    </message>
    <message>
        <source>Copy the table in sight under its headings</source>
        <translation>Kopiert die sichtbare Tabelle mit ihren Überschriften</translation>
    </message>
    <message>
        <source>Put the chart of causes on the clipboard</source>
        <translation>Legt das Diagramm der Ursachen in die Zwischenablage</translation>
    </message>
    <message>
        <source>Save chart of ca&amp;uses…</source>
        <translation>Diagramm der &amp;Ursachen speichern…</translation>
    </message>
    <message>
        <source>Write the chart of causes to a PNG, SVG or PDF file</source>
        <translation>Schreibt das Diagramm der Ursachen als PNG, SVG oder PDF</translation>
    </message>
</context>
<context>
    <name>InsightPage</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Als Tabelle kopiert</translation>
    </message>
    <message>
        <source>Errors keep any plan from being made; warnings and notes a plan cannot put right</source>
        <translation>Fehler verhindern jeden Plan; Warnungen und Hinweise kann kein Plan beheben</translation>
    </message>
    <message>
        <source>Every hour asked is met: nothing is short.</source>
        <translation>Jede verlangte Stunde ist gedeckt: Nichts fehlt.</translation>
    </message>
    <message>
        <source>How good the plan is</source>
        <translation>Wie gut der Plan ist</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Einsichten</translation>
    </message>
    <message>
        <source>Insight says what a plan does not meet and why, and what is proved of it. There is no plan yet.</source>
        <translation>Hier steht, was ein Plan nicht deckt und warum, und was davon bewiesen ist. Es gibt noch keinen Plan.</translation>
    </message>
    <message>
        <source>Insight says what a plan does not meet, and why. There is nothing in this portfolio yet.</source>
        <translation>Hier steht, was ein Plan nicht deckt und warum. In diesem Portfolio ist noch nichts.</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Nicht gedeckt</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>The chart</source>
        <translation>Das Diagramm</translation>
    </message>
    <message>
        <source>There are no rows to copy</source>
        <translation>Es gibt keine Zeilen zu kopieren</translation>
    </message>
    <message>
        <source>There is no chart: nothing is known to be short</source>
        <translation>Es gibt kein Diagramm: Es ist nicht bekannt, dass etwas fehlt</translation>
    </message>
    <message>
        <source>This plan was made before the latest changes.</source>
        <translation>Dieser Plan entstand vor den letzten Änderungen.</translation>
    </message>
    <message>
        <source>What a plan could not put right</source>
        <translation>Was ein Plan nicht beheben konnte</translation>
    </message>
    <message>
        <source>What cannot hold together, and what no plan can put right, is listed here with the way out. There is nothing.</source>
        <translation>Hier steht mit dem Ausweg, was nicht zusammengeht und was kein Plan beheben kann. Es gibt nichts.</translation>
    </message>
    <message>
        <source>{portfolio} not met</source>
        <translation>{portfolio} nicht gedeckt</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source> copy</source>
        <translation> Kopie</translation>
    </message>
    <message>
        <source>A copy is in {place}</source>
        <translation>Eine Kopie ist in {place}</translation>
    </message>
    <message>
        <source>The file is there again: {said}</source>
        <translation>Die Datei ist wieder da: {said}</translation>
    </message>
    <message>
        <source>You work on their {said} now; yours is among its backups</source>
        <translation>Sie arbeiten jetzt an deren {said}; Ihre ist unter ihren Sicherungen</translation>
    </message>
    <message>
        <source>You work on {place} now</source>
        <translation>Sie arbeiten jetzt an {place}</translation>
    </message>
    <message>
        <source>You work on {said} now; the other file is as it was</source>
        <translation>Sie arbeiten jetzt an {said}; die andere Datei ist, wie sie war</translation>
    </message>
    <message>
        <source>Yours is in the file; theirs is kept {said}</source>
        <translation>Ihre ist in der Datei; die andere ist bewahrt: {said}</translation>
    </message>
    <message>
        <source>among its backups</source>
        <translation>unter ihren Sicherungen</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>in {place}</translation>
    </message>
    <message>
        <source>{name} was not written: {why}.</source>
        <translation>{name} wurde nicht geschrieben: {why}.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message numerus="yes">
        <source>%n absences</source>
        <comment>%n absence</comment>
        <translation>
            <numerusform>%n Abwesenheit</numerusform>
            <numerusform>%n Abwesenheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n baselines</source>
        <comment>%n baseline</comment>
        <translation>
            <numerusform>%n Basisplan</numerusform>
            <numerusform>%n Basispläne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookings</source>
        <comment>%n booking</comment>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendars</source>
        <comment>%n calendar</comment>
        <translation>
            <numerusform>%n Kalender</numerusform>
            <numerusform>%n Kalender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of scenarios</source>
        <comment>%n change of a scenario</comment>
        <translation>
            <numerusform>%n Änderung eines Szenarios</numerusform>
            <numerusform>%n Änderungen von Szenarien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demand weeks</source>
        <comment>%n demand week</comment>
        <translation>
            <numerusform>%n Bedarfswoche</numerusform>
            <numerusform>%n Bedarfswochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demands</source>
        <comment>%n demand</comment>
        <translation>
            <numerusform>%n Bedarf</numerusform>
            <numerusform>%n Bedarfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependencies</source>
        <comment>%n dependency</comment>
        <translation>
            <numerusform>%n Abhängigkeit</numerusform>
            <numerusform>%n Abhängigkeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n estimates</source>
        <comment>%n estimate</comment>
        <translation>
            <numerusform>%n Schätzung</numerusform>
            <numerusform>%n Schätzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holidays</source>
        <comment>%n holiday</comment>
        <translation>
            <numerusform>%n Feiertag</numerusform>
            <numerusform>%n Feiertage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policies</source>
        <comment>%n policy</comment>
        <translation>
            <numerusform>%n Richtlinie</numerusform>
            <numerusform>%n Richtlinien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n projects</source>
        <comment>%n project</comment>
        <translation>
            <numerusform>%n Projekt</numerusform>
            <numerusform>%n Projekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resources</source>
        <comment>%n resource</comment>
        <translation>
            <numerusform>%n Ressource</numerusform>
            <numerusform>%n Ressourcen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenarios</source>
        <comment>%n scenario</comment>
        <translation>
            <numerusform>%n Szenario</numerusform>
            <numerusform>%n Szenarien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies</source>
        <comment>%n study</comment>
        <translation>
            <numerusform>%n Studie</numerusform>
            <numerusform>%n Studien</numerusform>
        </translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>Sprache des S&amp;ystems</translation>
    </message>
    <message>
        <source>Speak this language from the next start on</source>
        <translation>Spricht ab dem nächsten Start diese Sprache</translation>
    </message>
</context>
<context>
    <name>Leftovers</name>
    <message numerus="yes">
        <source>%n changes</source>
        <comment>%n change</comment>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plans</source>
        <comment>%n plan</comment>
        <translation>
            <numerusform>%n Plan</numerusform>
            <numerusform>%n Pläne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n portfolios have changes that are not in their files</source>
        <comment>%n portfolio has changes that are not in its file</comment>
        <translation>
            <numerusform>%n Portfolio hat Änderungen, die nicht in seiner Datei sind</numerusform>
            <numerusform>%n Portfolios haben Änderungen, die nicht in ihren Dateien sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Its last changes</source>
        <translation>Die letzten Änderungen</translation>
    </message>
    <message>
        <source>Last: “{last_label}”, {when}</source>
        <translation>Zuletzt: „{last_label}“, {when}</translation>
    </message>
    <message>
        <source>The file is as it was before; taking up writes these changes to it.</source>
        <translation>Die Datei ist wie zuvor; Übernehmen schreibt diese Änderungen hinein.</translation>
    </message>
    <message>
        <source>The file is not there any more; taking up writes it again in its place.</source>
        <translation>Die Datei ist nicht mehr da; Übernehmen schreibt sie wieder an ihren Ort.</translation>
    </message>
    <message>
        <source>The file itself cannot be read any more; when you take up, Plimsoll asks whether to write over it, and keeps a copy of it.</source>
        <translation>Die Datei selbst ist nicht mehr lesbar; beim Übernehmen fragt Plimsoll, ob es sie überschreiben soll, und behält eine Kopie von ihr.</translation>
    </message>
    <message>
        <source>The file was changed by somebody else since; when you take up, Plimsoll asks which of the two shall stand.</source>
        <translation>Jemand anderes hat die Datei inzwischen geändert; beim Übernehmen fragt Plimsoll, welche von beiden gelten soll.</translation>
    </message>
    <message numerus="yes">
        <source>{what} are not in the file</source>
        <comment>{what} is not in the file</comment>
        <translation>
            <numerusform>Nicht in der Datei: {what}</numerusform>
            <numerusform>Nicht in der Datei: {what}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Colours of utilisation: below 70 %, 70 to 100 %, up to 110 %, above, away</source>
        <translation>Farben der Auslastung: unter 70 %, 70 bis 100 %, bis 110 %, darüber, abwesend</translation>
    </message>
    <message>
        <source>Utilisation: hours allocated ÷ capacity. Solid edge: hard booking; dashed edge: soft booking.</source>
        <translation>Auslastung: zugeteilte Stunden ÷ Kapazität. Durchgezogener Rand: feste Buchung; gestrichelter Rand: weiche Buchung.</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>▲ to 110 %</source>
        <translation>▲ bis 110 %</translation>
    </message>
    <message>
        <source>▲▲ above</source>
        <translation>▲▲ darüber</translation>
    </message>
</context>
<context>
    <name>LoadGrid</name>
    <message numerus="yes">
        <source>%n resources</source>
        <comment>%n resource</comment>
        <translation>
            <numerusform>%n Ressource</numerusform>
            <numerusform>%n Ressourcen</numerusform>
        </translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Ohne Team</translation>
    </message>
    <message>
        <source>priority {priority}</source>
        <translation>Priorität {priority}</translation>
    </message>
</context>
<context>
    <name>LoadProfile</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>LoadStrip</name>
    <message>
        <source>Load of the chosen row by week</source>
        <translation>Last der gewählten Zeile nach Wochen</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>In a scenario that is gone: {plan}</source>
        <translation>In einem Szenario, das es nicht mehr gibt: {plan}</translation>
    </message>
    <message>
        <source>In the scenario {name}: {plan}</source>
        <translation>Im Szenario {name}: {plan}</translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation>Plan behalten</translation>
    </message>
    <message>
        <source>Restore to {when}, after “{label}”</source>
        <translation>Zurück zu {when}, nach „{label}“</translation>
    </message>
    <message>
        <source>Restore to {when}, plan kept</source>
        <translation>Zurück zu {when}, Plan behalten</translation>
    </message>
    <message>
        <source>The account that did it; of a plan nobody notes it</source>
        <translation>Das Konto, das es tat; bei einem Plan wird es nicht vermerkt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>Was dazu gesagt wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When it was done, by the clock of whoever did it, in your time zone</source>
        <translation>Wann es getan wurde, nach der Uhr dessen, der es tat, in Ihrer Zeitzone</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>{plan}, brought back from {when}</source>
        <translation>{plan}, zurückgeholt von {when}</translation>
    </message>
    <message>
        <source>{status} plan of {value} points, at most {bound}</source>
        <translation>Plan ({status}) mit {value} Punkten, höchstens {bound}</translation>
    </message>
    <message>
        <source>{status} plan of {value} points, at most {bound}, by the policy {policy}</source>
        <translation>Plan ({status}) mit {value} Punkten, höchstens {bound}, nach der Richtlinie {policy}</translation>
    </message>
</context>
<context>
    <name>LogDetails</name>
    <message numerus="yes">
        <source>%n things</source>
        <comment>%n thing</comment>
        <translation>
            <numerusform>%n Ding</numerusform>
            <numerusform>%n Dinge</numerusform>
        </translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Wurde zu</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Ding</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>{things}, the last {count} not listed</source>
        <translation>{things}, die letzten {count} nicht aufgeführt</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>%n entry</comment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>A plan changes nothing of the portfolio</source>
        <translation>Ein Plan ändert nichts am Portfolio</translation>
    </message>
    <message>
        <source>Choose a row of the log first</source>
        <translation>Wählen Sie zuerst eine Zeile des Protokolls</translation>
    </message>
    <message>
        <source>Copy all rows that are shown, with headings, as a spreadsheet pastes them</source>
        <translation>Alle gezeigten Zeilen mit Überschriften kopieren, wie eine Tabellenkalkulation sie einfügt</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Make the portfolio what it was after this; you see first what changes, and undo takes it back</source>
        <translation>Das Portfolio zu dem machen, was es danach war; Sie sehen vorher, was sich ändert, und Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>No entry is chosen</source>
        <translation>Kein Eintrag ist gewählt</translation>
    </message>
    <message>
        <source>Nothing can be changed at the moment; try again when the portfolio is at hand</source>
        <translation>Im Augenblick kann nichts geändert werden; versuchen Sie es wieder, wenn das Portfolio zur Hand ist</translation>
    </message>
    <message>
        <source>Nothing was changed after this</source>
        <translation>Danach wurde nichts geändert</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show everything, or only changes, what was undone, or plans</source>
        <translation>Alles zeigen, oder nur Änderungen, Rückgängiges oder Pläne</translation>
    </message>
    <message>
        <source>Show only rows that have these words (Ctrl+F)</source>
        <translation>Nur Zeilen mit diesen Wörtern zeigen (Strg+F)</translation>
    </message>
    <message>
        <source>Show what everybody did, or one account</source>
        <translation>Zeigen, was alle taten, oder ein Konto</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first (File, Save as)</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen (Datei, Speichern unter)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Who changed what, when and why; you can go back to any point</source>
        <translation>Wer wann was warum geändert hat; Sie können zu jedem Punkt zurück</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es tat</translation>
    </message>
    <message>
        <source>{count} rows of the log are in the clipboard</source>
        <translation>{count} Zeilen des Protokolls sind in der Zwischenablage</translation>
    </message>
    <message>
        <source>{shown} of {entries}</source>
        <translation>{shown} von {entries}</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Restore to this point</source>
        <translation>Zu diesem Punkt zurück</translation>
    </message>
    <message>
        <source>Restore to this point…</source>
        <translation>Zu diesem Punkt zurück …</translation>
    </message>
    <message>
        <source>What the chosen edit changed</source>
        <translation>Was die gewählte Bearbeitung geändert hat</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source> (read-only)</source>
        <translation> (schreibgeschützt)</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Shared: {name}</source>
        <translation>Gemeinsam: {name}</translation>
    </message>
    <message>
        <source>Solving</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>The window speaks this language from its next start on</source>
        <translation>Das Fenster spricht diese Sprache ab seinem nächsten Start</translation>
    </message>
    <message>
        <source>There is no plan to start from; solve first</source>
        <translation>Es gibt keinen Plan, von dem auszugehen wäre; berechnen Sie erst einen</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first (File, Save as)</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen (Datei, Speichern unter)</translation>
    </message>
</context>
<context>
    <name>MapWordings</name>
    <message>
        <source>&amp;Book hours</source>
        <translation>Stunden &amp;buchen</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Larger cells</source>
        <translation>&amp;Größere Zellen</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Fixieren</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>Frei&amp;geben</translation>
    </message>
    <message>
        <source>&amp;Smaller cells</source>
        <translation>&amp;Kleinere Zellen</translation>
    </message>
    <message>
        <source>&amp;Usual size of cells</source>
        <translation>&amp;Übliche Größe der Zellen</translation>
    </message>
    <message>
        <source>&amp;Who else?</source>
        <translation>&amp;Wer sonst?</translation>
    </message>
    <message>
        <source>Book firmly what is given in the chosen cells, so that the next solve keeps it</source>
        <translation>Bucht fest, was in den gewählten Zellen zugeteilt ist, damit die nächste Berechnung es behält</translation>
    </message>
    <message>
        <source>Carry the chosen work with the arrow keys to somebody else or other weeks; Enter drops it, Esc puts it back</source>
        <translation>Trägt die gewählte Arbeit mit den Pfeiltasten zu jemand anderem oder in andere Wochen; Enter legt sie ab, Esc bringt sie zurück</translation>
    </message>
    <message>
        <source>Cells of the usual size</source>
        <translation>Zellen in üblicher Größe</translation>
    </message>
    <message>
        <source>Chosen c&amp;ells</source>
        <translation>G&amp;ewählte Zellen</translation>
    </message>
    <message>
        <source>Copy pi&amp;cture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen cells as a table, with weeks and names</source>
        <translation>Kopiert die gewählten Zellen als Tabelle, mit Wochen und Namen</translation>
    </message>
    <message>
        <source>Copy the heat map as it is seen</source>
        <translation>Kopiert die Heatmap, wie sie zu sehen ist</translation>
    </message>
    <message>
        <source>Fewer weeks, larger cells; also Ctrl and the wheel</source>
        <translation>Weniger Wochen, größere Zellen; auch Strg und Mausrad</translation>
    </message>
    <message>
        <source>More weeks, smaller cells; also Ctrl and the wheel</source>
        <translation>Mehr Wochen, kleinere Zellen; auch Strg und Mausrad</translation>
    </message>
    <message>
        <source>Save pictu&amp;re…</source>
        <translation>Bil&amp;d speichern…</translation>
    </message>
    <message>
        <source>Scroll the heat map to the week of today</source>
        <translation>Geht in der Heatmap zur Woche von heute</translation>
    </message>
    <message>
        <source>Scroll the heat map to what is chosen</source>
        <translation>Geht in der Heatmap zu dem, was gewählt ist</translation>
    </message>
    <message>
        <source>Take back what is booked in the chosen cells, so that the next solve is free; also Delete</source>
        <translation>Nimmt zurück, was in den gewählten Zellen gebucht ist, damit die nächste Berechnung frei ist; auch Entf</translation>
    </message>
    <message>
        <source>This &amp;week</source>
        <translation>Diese Wo&amp;che</translation>
    </message>
    <message>
        <source>Type hours into the chosen cells; typing a figure does the same</source>
        <translation>Stunden in die gewählten Zellen eingeben; eine Ziffer zu tippen tut dasselbe</translation>
    </message>
    <message>
        <source>Who else could do the chosen work, and what solving again proves of it</source>
        <translation>Wer die gewählte Arbeit sonst übernehmen könnte und was erneutes Berechnen davon beweist</translation>
    </message>
    <message>
        <source>Write the heat map as it is seen to a PNG, SVG or PDF file</source>
        <translation>Schreibt die Heatmap, wie sie zu sehen ist, als PNG, SVG oder PDF</translation>
    </message>
</context>
<context>
    <name>MappedImports</name>
    <message>
        <source>The mapping is written to {place}</source>
        <translation>Die Zuordnung steht in {place}</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>A column says which bookings are hard: a plan keeps those.</source>
        <translation>Eine Spalte sagt, welche Buchungen fest sind: Die behält ein Plan.</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Abwesenheiten</translation>
    </message>
    <message>
        <source>Absences by week</source>
        <translation>Abwesenheiten nach Wochen</translation>
    </message>
    <message>
        <source>Absences: one row each</source>
        <translation>Abwesenheiten: je eine Zeile</translation>
    </message>
    <message>
        <source>Bookings by dates</source>
        <translation>Buchungen mit Daten</translation>
    </message>
    <message>
        <source>Bookings by week</source>
        <translation>Buchungen nach Wochen</translation>
    </message>
    <message>
        <source>Bookings: one row each, from day to day</source>
        <translation>Buchungen: je eine Zeile, von Tag bis Tag</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars: one row each</source>
        <translation>Kalender: je eine Zeile</translation>
    </message>
    <message>
        <source>Capacity by week</source>
        <translation>Kapazität nach Wochen</translation>
    </message>
    <message>
        <source>Demand by week</source>
        <translation>Bedarf nach Wochen</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Demands: one row each</source>
        <translation>Bedarfe: je eine Zeile</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Dependencies: one row each</source>
        <translation>Abhängigkeiten: je eine Zeile</translation>
    </message>
    <message>
        <source>Each row is booked upon a demand of its project that fits by role and dates, or upon a new one.</source>
        <translation>Jede Zeile wird auf einen Bedarf ihres Projekts gebucht, der nach Rolle und Daten passt, oder auf einen neuen.</translation>
    </message>
    <message>
        <source>FTE</source>
        <translation>FTE</translation>
    </message>
    <message>
        <source>Guessed: see whether it is right.</source>
        <translation>Vermutet: Prüfen Sie, ob es stimmt.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Holidays: one row each</source>
        <translation>Feiertage: je eine Zeile</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Mapped as sheets with these headings were before.</source>
        <translation>Zugeordnet wie schon früher Blätter mit diesen Überschriften.</translation>
    </message>
    <message>
        <source>No column says the {words}: choose one above it, or say below what it is in every row.</source>
        <translation>Keine Spalte nennt {words}: Wählen Sie oben eine, oder sagen Sie unten, was es in jeder Zeile ist.</translation>
    </message>
    <message>
        <source>No heading reads as {across}: choose the rows of the headings, or a row for each week.</source>
        <translation>Keine Überschrift liest sich als {across}: Wählen Sie die Zeilen der Überschriften oder eine Zeile je Woche.</translation>
    </message>
    <message>
        <source>Nothing: leave it out</source>
        <translation>Nichts: auslassen</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects: one row each</source>
        <translation>Projekte: je eine Zeile</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>Q{quarter} {year}</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Resources: one row each</source>
        <translation>Ressourcen: je eine Zeile</translation>
    </message>
    <message>
        <source>Say at the right what these words mean: {words}.</source>
        <translation>Sagen Sie rechts, was diese Wörter bedeuten: {words}.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings: one row each</source>
        <translation>Einstellungen: je eine Zeile</translation>
    </message>
    <message>
        <source>The bookings are hard: a plan keeps them as they are.</source>
        <translation>Die Buchungen sind fest: Ein Plan lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The bookings are soft: a plan may give the work to others; choose hard where people are booked.</source>
        <translation>Die Buchungen sind weich: Ein Plan darf die Arbeit anderen geben; wählen Sie fest, wo Leute gebucht sind.</translation>
    </message>
    <message>
        <source>The {across} are spread over their weeks by working days.</source>
        <translation>Die {across} werden nach Arbeitstagen auf ihre Wochen verteilt.</translation>
    </message>
    <message>
        <source>This sheet is left out. Say what it holds to read it.</source>
        <translation>Dieses Blatt bleibt aus. Sagen Sie, was es enthält, um es zu lesen.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>as real dates, or 2027-03-31</source>
        <translation>als echte Daten oder 2027-03-31</translation>
    </message>
    <message>
        <source>as their column says</source>
        <translation>wie ihre Spalte sagt</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>hard: a plan keeps them</source>
        <translation>fest: ein Plan behält sie</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>nothing: each row is one week</source>
        <translation>nichts: jede Zeile ist eine Woche</translation>
    </message>
    <message>
        <source>percent (50)</source>
        <translation>Prozent (50)</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>Quartale</translation>
    </message>
    <message>
        <source>shares (0.5)</source>
        <translation>Anteile (0,5)</translation>
    </message>
    <message>
        <source>soft: a plan may move them</source>
        <translation>weich: ein Plan darf sie verlegen</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>what is needed: demands</source>
        <translation>was gebraucht wird: Bedarfe</translation>
    </message>
    <message>
        <source>who is booked: bookings</source>
        <translation>wer gebucht ist: Buchungen</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
        <source>{field} in every row</source>
        <translation>{field} in jeder Zeile</translation>
    </message>
    <message>
        <source>{field}: “{word}” means</source>
        <translation>{field}: „{word}“ bedeutet</translation>
    </message>
    <message>
        <source>{short}: incomplete</source>
        <translation>{short}: unvollständig</translation>
    </message>
</context>
<context>
    <name>MappingOptions</name>
    <message>
        <source>A blank name is the one above it</source>
        <translation>Ein leerer Name ist der darüber</translation>
    </message>
    <message>
        <source>A booking gives a person&apos;s hours to a project; a demand asks for hours that a plan gives</source>
        <translation>Eine Buchung gibt einem Projekt die Stunden einer Person; ein Bedarf verlangt Stunden, die ein Plan gibt</translation>
    </message>
    <message>
        <source>A column read as Type says it row by row: Confirmed is hard, Tentative is soft</source>
        <translation>Eine Spalte, die als Type gelesen wird, sagt es Zeile für Zeile: Confirmed ist fest, Tentative weich</translation>
    </message>
    <message>
        <source>Bookings are</source>
        <translation>Buchungen sind</translation>
    </message>
    <message>
        <source>Columns of figures are</source>
        <translation>Spalten mit Zahlen sind</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>Daten stehen da</translation>
    </message>
    <message>
        <source>Days are a fifth of the full week; percent and shares of a person are of their own week</source>
        <translation>Ein Tag ist ein Fünftel der vollen Woche; Prozent und Anteile einer Person zählen von deren eigener Woche</translation>
    </message>
    <message>
        <source>Figures count</source>
        <translation>Zahlen zählen</translation>
    </message>
    <message>
        <source>First row of the headings</source>
        <translation>Erste Zeile der Überschriften</translation>
    </message>
    <message>
        <source>Headings stand in rows</source>
        <translation>Überschriften in den Zeilen</translation>
    </message>
    <message>
        <source>How dates are written</source>
        <translation>Wie Daten geschrieben sind</translation>
    </message>
    <message>
        <source>How firm the bookings are</source>
        <translation>Wie fest die Buchungen sind</translation>
    </message>
    <message>
        <source>Last row of the headings</source>
        <translation>Letzte Zeile der Überschriften</translation>
    </message>
    <message>
        <source>Leave out rows named</source>
        <translation>Zeilen weglassen, die heißen</translation>
    </message>
    <message>
        <source>Names of rows to leave out</source>
        <translation>Namen der auszulassenden Zeilen</translation>
    </message>
    <message>
        <source>Of several, the column</source>
        <translation>Von mehreren die Spalte</translation>
    </message>
    <message>
        <source>Otherwise what the sheet does not name stays as it is</source>
        <translation>Sonst bleibt, was das Blatt nicht nennt, wie es ist</translation>
    </message>
    <message>
        <source>Rows of these names are no data; semicolons between them</source>
        <translation>Zeilen mit diesen Namen sind keine Daten; dazwischen Semikolons</translation>
    </message>
    <message>
        <source>Rows with one filled cell are headings of sections</source>
        <translation>Zeilen mit nur einer Zelle sind Abschnittstitel</translation>
    </message>
    <message>
        <source>These rows say</source>
        <translation>Diese Zeilen sagen</translation>
    </message>
    <message>
        <source>This is the complete list: what it lacks is removed</source>
        <translation>Vollständige Liste: Was ihr fehlt, wird entfernt</translation>
    </message>
    <message>
        <source>This sheet holds</source>
        <translation>Dieses Blatt enthält</translation>
    </message>
    <message>
        <source>Total; Subtotal</source>
        <translation>Summe; Zwischensumme</translation>
    </message>
    <message>
        <source>What stands in columns across</source>
        <translation>Was quer in Spalten steht</translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation>Was die Zahlen zählen</translation>
    </message>
    <message>
        <source>What the sheet holds</source>
        <translation>Was das Blatt enthält</translation>
    </message>
    <message>
        <source>Where a week has several columns: a word in the heading of the one to read, such as plan</source>
        <translation>Wo eine Woche mehrere Spalten hat: ein Wort der Überschrift, die zu lesen ist, etwa Plan</translation>
    </message>
    <message>
        <source>Whether these rows are bookings or demands</source>
        <translation>Ob diese Zeilen Buchungen oder Bedarfe sind</translation>
    </message>
    <message>
        <source>Which column of a week</source>
        <translation>Welche Spalte einer Woche</translation>
    </message>
    <message>
        <source>Year of headings that name none</source>
        <translation>Jahr von Überschriften, die keines nennen</translation>
    </message>
    <message>
        <source>Year of the headings</source>
        <translation>Jahr der Überschriften</translation>
    </message>
    <message>
        <source>as the headings say</source>
        <translation>wie die Überschriften sagen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>In this sheet</source>
        <translation>In diesem Blatt</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>Was gemeint ist</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>First rows of the sheet</source>
        <translation>Erste Zeilen des Blattes</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>= unchanged</source>
        <translation>= unverändert</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>since the plan of record</source>
        <translation>seit dem gültigen Plan</translation>
    </message>
    <message>
        <source>since the plan of {day}</source>
        <translation>seit dem Plan von {day}</translation>
    </message>
    <message>
        <source>since “{name}”</source>
        <translation>seit „{name}“</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>{before} in the baseline “{name}” of {day}, {now} now; both measured against the portfolio as it stands.</source>
        <translation>{before} im Basisplan „{name}“ von {day}, jetzt {now}; beides gemessen am Portfolio, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>{before} in the plan of record of {day}, {now} now; both measured against the portfolio as it stands.</source>
        <translation>{before} im gültigen Plan ({day}), jetzt {now}; beide gemessen am Portfolio, wie es ist.</translation>
    </message>
    <message>
        <source>{before} in the plan of {day}, {now} now; both measured against the portfolio as it stands.</source>
        <translation>{before} im Plan von {day}, jetzt {now}; beide gemessen am Portfolio, wie es ist.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Move {name} from {who} to {goal}</source>
        <translation>{name} von {who} verschieben zu {goal}</translation>
    </message>
    <message>
        <source>does not hold {role}</source>
        <translation>hat die Rolle {role} nicht</translation>
    </message>
    <message>
        <source>holds {role} {held}, {min_level} asked</source>
        <translation>hat {role} {held}, {min_level} verlangt</translation>
    </message>
    <message>
        <source>{excess} h more than asked there</source>
        <translation>{excess} h mehr, als dort verlangt</translation>
    </message>
    <message>
        <source>{name} asks for somebody else by name</source>
        <translation>{name} verlangt namentlich jemand anderen</translation>
    </message>
    <message>
        <source>{sign}{load} of {room} h</source>
        <translation>{sign}{load} von {room} h</translation>
    </message>
    <message>
        <source>{total} to {name}, {when}: {load}</source>
        <translation>{total} zu {name}, {when}: {load}</translation>
    </message>
    <message>
        <source>{total}: drop it on a person</source>
        <translation>{total}: auf einer Person ablegen</translation>
    </message>
    <message>
        <source>{total}: outside the weeks planned</source>
        <translation>{total}: außerhalb der geplanten Wochen</translation>
    </message>
    <message>
        <source>{total}: where it is</source>
        <translation>{total}: wo es ist</translation>
    </message>
</context>
<context>
    <name>NotSaved</name>
    <message>
        <source>Choose another place, write everything there, and close</source>
        <translation>Wählen Sie einen anderen Ort, schreiben Sie alles dorthin und schließen Sie</translation>
    </message>
    <message>
        <source>Close; the changes stay in Plimsoll&apos;s own copy, and it offers them at the next start</source>
        <translation>Schließt; die Änderungen bleiben in Plimsolls eigener Kopie, und der nächste Start bietet sie an</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Nicht schließen</translation>
    </message>
    <message>
        <source>Go on working (Esc)</source>
        <translation>Weiterarbeiten (Esc)</translation>
    </message>
    <message>
        <source>Keep for next start</source>
        <translation>Für den nächsten Start behalten</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>The last changes are not in the file</source>
        <translation>Die letzten Änderungen sind nicht in der Datei</translation>
    </message>
    <message>
        <source>They are safe in Plimsoll&apos;s own copy, whatever you choose.</source>
        <translation>Sie sind in Plimsolls eigener Kopie sicher, was immer Sie wählen.</translation>
    </message>
</context>
<context>
    <name>NotTyped</name>
    <message>
        <source>click it to read all of it on the page Insight</source>
        <translation>Ein Klick zeigt alles auf der Seite Einsichten</translation>
    </message>
    <message>
        <source>solve again, or book hours on the page Plan</source>
        <translation>neu lösen oder auf der Seite Plan Stunden buchen</translation>
    </message>
    <message>
        <source>solve again, or book people on the page Plan</source>
        <translation>neu lösen oder auf der Seite Plan Leute buchen</translation>
    </message>
    <message>
        <source>solve again; status, must do and allowed delay of the project decide it</source>
        <translation>neu lösen; Status, Pflicht und erlaubte Verzögerung des Projekts entscheiden es</translation>
    </message>
    <message>
        <source>type Finish and Max delay weeks, or drag the bar in the Gantt below</source>
        <translation>Ende und erlaubte Verzögerung tippen oder den Balken im Gantt darunter ziehen</translation>
    </message>
    <message>
        <source>type Start and Max delay weeks, or drag the bar in the Gantt below</source>
        <translation>Beginn und erlaubte Verzögerung tippen oder den Balken im Gantt darunter ziehen</translation>
    </message>
    <message>
        <source>type hours a week, total hours or FTE of the demand, or the figures of its weeks</source>
        <translation>Stunden je Woche, Gesamtstunden oder FTE des Bedarfs tippen oder die Zahlen seiner Wochen</translation>
    </message>
    <message>
        <source>type the calendar beside each resource</source>
        <translation>den Kalender neben jeder Ressource tippen</translation>
    </message>
    <message>
        <source>type them on the tab Holidays</source>
        <translation>auf dem Reiter Feiertage tippen</translation>
    </message>
    <message>
        <source>{heading} is worked out, not typed</source>
        <translation>{heading} wird berechnet, nicht getippt</translation>
    </message>
    <message>
        <source>{why}. To change it: {where}.</source>
        <translation>{why}. So lässt es sich ändern: {where}.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source> and {count} more pages beside it</source>
        <translation> und {count} weitere Seiten daneben</translation>
    </message>
    <message>
        <source>No program here opens {place}</source>
        <translation>Kein Programm hier öffnet {place}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens it in the program for such files</source>
        <translation>Öffnet es im Programm für solche Dateien</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Shows the folder in which it lies</source>
        <translation>Zeigt den Ordner, in dem es liegt</translation>
    </message>
    <message>
        <source>Written to {place}</source>
        <translation>Geschrieben nach {place}</translation>
    </message>
</context>
<context>
    <name>Objective</name>
    <message>
        <source>A term of the policy</source>
        <translation>Ein Teil der Richtlinie</translation>
    </message>
    <message>
        <source>By the policy “{policy}”</source>
        <translation>Nach der Richtlinie „{policy}“</translation>
    </message>
    <message>
        <source>Hand-overs × the policy&apos;s price</source>
        <translation>Übergaben × Preis der Richtlinie</translation>
    </message>
    <message>
        <source>Hours above capacity × the policy&apos;s price</source>
        <translation>Stunden über der Kapazität × Preis der Richtlinie</translation>
    </message>
    <message>
        <source>Hours moved × their price, and assignments changed × theirs</source>
        <translation>Verschobene Stunden × ihr Preis und geänderte Zuordnungen × ihrer</translation>
    </message>
    <message>
        <source>Hours × cost per hour ÷ 1,000 × the policy&apos;s price</source>
        <translation>Stunden × Kosten je Stunde ÷ 1.000 × Preis der Richtlinie</translation>
    </message>
    <message>
        <source>Hours × levels above the one asked × the policy&apos;s price</source>
        <translation>Stunden × Stufen über der verlangten × Preis der Richtlinie</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Objective bound</source>
        <translation>Schranke des Zielwerts</translation>
    </message>
    <message>
        <source>Of that: value {points_text}, {terms}.</source>
        <translation>Davon: Wert {points_text}, {terms}.</translation>
    </message>
    <message>
        <source>Proved: no plan of this input and policy comes to more</source>
        <translation>Bewiesen: Kein Plan dieser Eingabe und Richtlinie kommt auf mehr</translation>
    </message>
    <message>
        <source>The policy “{policy}” asks for nothing that this portfolio could weigh.</source>
        <translation>Die Richtlinie „{policy}“ verlangt nichts, was in diesem Portfolio zu wägen wäre.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value and every term of the policy, in points</source>
        <translation>Wert und alle Teile der Richtlinie, in Punkten</translation>
    </message>
    <message>
        <source>What the plan is worth without the policy</source>
        <translation>Was der Plan ohne die Richtlinie wert ist</translation>
    </message>
    <message>
        <source>What the weights of strict priorities add to the plain ones</source>
        <translation>Was die Gewichte strenger Prioritäten den einfachen hinzufügen</translation>
    </message>
    <message>
        <source>With what changes cost</source>
        <translation>Mit den Kosten der Änderungen</translation>
    </message>
    <message>
        <source>no plan can come to more than {points_text}</source>
        <translation>kein Plan kann auf mehr als {points_text} kommen</translation>
    </message>
    <message>
        <source>{whose} the plan comes to {points_text} points, and {bound}.</source>
        <translation>{whose} kommt der Plan auf {points_text} Punkte, und {bound}.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Book these hours firmly for {name}, as one step that can be undone</source>
        <translation>Bucht diese Stunden fest für {name}, als ein Schritt, der sich rückgängig machen lässt</translation>
    </message>
    <message>
        <source>Give the work to {name}</source>
        <translation>Die Arbeit {name} geben</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
</context>
<context>
    <name>OpenBank</name>
    <message>
        <source> To create a shared bank there, open the portfolio first that it shall hold.</source>
        <translation> Um dort eine gemeinsame Datenbank anzulegen, öffnen Sie erst das Portfolio, das sie enthalten soll.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>A portfolio that several people work on</source>
        <translation>Ein Portfolio, an dem mehrere arbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Create here from the open portfolio</source>
        <translation>Hier aus dem offenen Portfolio anlegen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Zum Beispiel {example}</translation>
    </message>
    <message>
        <source>It is kept in a PostgreSQL database; who runs the server tells you its address.</source>
        <translation>Es liegt in einer PostgreSQL-Datenbank; wer den Server betreibt, nennt Ihnen die Adresse.</translation>
    </message>
    <message>
        <source>Make a shared bank of the portfolio that is open now, and go on in it; the file stays as it is</source>
        <translation>Macht aus dem jetzt offenen Portfolio eine gemeinsame Datenbank und arbeitet darin weiter; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open shared bank</source>
        <translation>Gemeinsame Datenbank öffnen</translation>
    </message>
    <message>
        <source>This is {name}.</source>
        <translation>Dies ist {name}.</translation>
    </message>
    <message>
        <source>empty where the server asks for none, or ~/.pgpass has it</source>
        <translation>leer, wenn der Server keines verlangt oder ~/.pgpass es hat</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n projects delayed</source>
        <comment>%n project delayed</comment>
        <translation>
            <numerusform>%n Projekt verschoben</numerusform>
            <numerusform>%n Projekte verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n projects left out</source>
        <comment>%n project left out</comment>
        <translation>
            <numerusform>%n Projekt weggelassen</numerusform>
            <numerusform>%n Projekte weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Every demand is met</source>
        <translation>Jeder Bedarf ist gedeckt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Short h</source>
        <translation>Fehlt h</translation>
    </message>
    <message>
        <source>Shows the week in the heat map</source>
        <translation>Zeigt die Woche in der Heatmap</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>{asked} h are asked of {room} h of capacity; nothing is planned or booked yet.</source>
        <translation>{asked} h sind von {room} h Kapazität gefordert; noch ist nichts geplant oder gebucht.</translation>
    </message>
    <message>
        <source>{asked} h are asked of {room} h of capacity; {booked} h are booked, {hard} h of it hard. There is no plan yet.</source>
        <translation>{asked} h sind von {room} h Kapazität gefordert; {booked} h sind gebucht, davon {hard} h fest. Noch gibt es keinen Plan.</translation>
    </message>
    <message numerus="yes">
        <source>{hours} h are short in %n demands</source>
        <comment>{hours} h are short in %n demand</comment>
        <translation>
            <numerusform>{hours} h fehlen in %n Bedarf</numerusform>
            <numerusform>{hours} h fehlen in %n Bedarfen</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}, by a plan from before the latest changes.</source>
        <translation>{said}, nach einem Plan von vor den letzten Änderungen.</translation>
    </message>
    <message>
        <source>{said}; the plan is proved within {gap} of the best possible.</source>
        <translation>{said}; bewiesen bis auf {gap} am bestmöglichen Plan.</translation>
    </message>
    <message>
        <source>{week}: {given} of {there} h of capacity allocated</source>
        <translation>{week}: {given} von {there} h Kapazität zugeteilt</translation>
    </message>
    <message>
        <source>{week}: {given} of {there} h of capacity allocated, {missing} h asked and not met</source>
        <translation>{week}: {given} von {there} h Kapazität zugeteilt, {missing} h verlangt und nicht gedeckt</translation>
    </message>
    <message>
        <source>{week}: {given} of {there} h of capacity booked</source>
        <translation>{week}: {given} von {there} h Kapazität gebucht</translation>
    </message>
    <message>
        <source>{week}: {given} of {there} h of capacity booked, {missing} h asked and not booked</source>
        <translation>{week}: {given} von {there} h Kapazität gebucht, {missing} h gefordert und nicht gebucht</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>By hours short times the project&apos;s weight; a click or Enter shows the demand</source>
        <translation>Nach fehlenden Stunden mal Gewicht des Projekts; ein Klick oder Enter zeigt den Bedarf</translation>
    </message>
    <message>
        <source>Coverage by priority</source>
        <translation>Deckung nach Priorität</translation>
    </message>
    <message>
        <source>No project may take part.</source>
        <translation>Kein Projekt darf teilnehmen.</translation>
    </message>
    <message>
        <source>No role is short of hours.</source>
        <translation>Keiner Rolle fehlen Stunden.</translation>
    </message>
    <message>
        <source>Nothing contradicts itself, and nobody is loaded above capacity.</source>
        <translation>Nichts widerspricht sich, und niemand ist über die Kapazität belastet.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>The overview shows how load stands against capacity. There is nothing in this portfolio yet.</source>
        <translation>Der Überblick zeigt die Last gegen die Kapazität. In diesem Portfolio ist noch nichts.</translation>
    </message>
    <message>
        <source>There is no plan yet. With one this page says what is met, what has changed and what is in the way.</source>
        <translation>Es gibt noch keinen Plan. Mit einem sagt diese Seite, was gedeckt ist, was sich geändert hat und was im Weg steht.</translation>
    </message>
    <message>
        <source>This plan was made before the latest changes.</source>
        <translation>Dieser Plan entstand vor den letzten Änderungen.</translation>
    </message>
    <message>
        <source>Top bottlenecks</source>
        <translation>Engste Rollen</translation>
    </message>
    <message>
        <source>Top conflicts</source>
        <translation>Größte Konflikte</translation>
    </message>
    <message>
        <source>Worst shortages</source>
        <translation>Größte Engpässe</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>PartOut</name>
    <message>
        <source>Copied as a table</source>
        <translation>Als Tabelle kopiert</translation>
    </message>
    <message>
        <source>The chart</source>
        <translation>Das Diagramm</translation>
    </message>
    <message>
        <source>There are no rows to copy</source>
        <translation>Es gibt keine Zeilen zu kopieren</translation>
    </message>
    <message>
        <source>There is no table to print; the chart is saved, and printed from the file</source>
        <translation>Es gibt keine Tabelle zu drucken; das Diagramm wird gespeichert und aus der Datei gedruckt</translation>
    </message>
</context>
<context>
    <name>PartSheet</name>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
</context>
<context>
    <name>PartTables</name>
    <message>
        <source>Copy chart</source>
        <translation>Diagramm kopieren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in these tables</source>
        <translation>In diesen Tabellen suchen</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>Diagramm speichern …</translation>
    </message>
    <message>
        <source>Show only rows that have these words (Ctrl+F)</source>
        <translation>Nur Zeilen mit diesen Wörtern zeigen (Strg+F)</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source> besides changing %n cells</source>
        <comment> besides changing %n cell</comment>
        <translation>
            <numerusform> und ändert außerdem %n Zelle</numerusform>
            <numerusform> und ändert außerdem %n Zellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteRows</name>
    <message>
        <source>Add {what}</source>
        <translation>{what} hinzufügen</translation>
    </message>
    <message>
        <source>Do not paste</source>
        <translation>Nicht einfügen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pasting it adds {what}{changed}. One undo takes all of it back.</source>
        <translation>Das Einfügen ergänzt {what}{changed}. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>The block goes beyond the last row</source>
        <translation>Der Block reicht über die letzte Zeile hinaus</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source> (page 1 of {pages}; in a file all are written)</source>
        <translation> (Seite 1 von {pages}; in eine Datei werden alle geschrieben)</translation>
    </message>
    <message>
        <source>{chart} is on the clipboard as a picture</source>
        <translation>{chart} ist als Bild in der Zwischenablage</translation>
    </message>
    <message>
        <source>{path}: the picture could not be written ({why}); choose another folder, or make room there</source>
        <translation>{path}: Das Bild konnte nicht geschrieben werden ({why}); wählen Sie einen anderen Ordner oder schaffen Sie dort Platz</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>By what rows are sorted; load is hours ÷ capacity over all weeks</source>
        <translation>Wonach die Zeilen sortiert sind; Last ist Stunden ÷ Kapazität über alle Wochen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find rows of the heat map</source>
        <translation>Zeilen der Heatmap suchen</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>Print hours allocated</source>
        <translation>Zugeteilte Stunden zeigen</translation>
    </message>
    <message>
        <source>Print utilisation: hours allocated ÷ capacity</source>
        <translation>Auslastung zeigen: zugeteilte Stunden ÷ Kapazität</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Rows of the heat map</source>
        <translation>Zeilen der Heatmap</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Show all rows, or only those that need attention in some week</source>
        <translation>Alle Zeilen zeigen oder nur die, die in einer Woche Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Show only rows with these words in name, role or team (Ctrl+F); Enter goes to the first</source>
        <translation>Nur Zeilen mit diesen Wörtern in Name, Rolle oder Team zeigen (Strg+F); Enter geht zur ersten</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>What a row stands for</source>
        <translation>Wofür eine Zeile steht</translation>
    </message>
    <message>
        <source>{few} of {all}</source>
        <translation>{few} von {all}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Booked work by week; there is no plan yet.</source>
        <translation>Gebuchte Arbeit nach Wochen; es gibt noch keinen Plan.</translation>
    </message>
    <message>
        <source>Copied as a picture</source>
        <translation>Als Bild kopiert</translation>
    </message>
    <message>
        <source>Copied as a table</source>
        <translation>Als Tabelle kopiert</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Load by week, as the plan gives it.</source>
        <translation>Last nach Wochen, wie der Plan sie zuteilt.</translation>
    </message>
    <message>
        <source>Picture written: {path}</source>
        <translation>Bild geschrieben: {path}</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The plan from before your changes, with what was booked since laid over it.</source>
        <translation>Der Plan vor Ihren Änderungen, mit dem seither Gebuchten darüber.</translation>
    </message>
    <message>
        <source>The plan shows the load of every resource in every week. There is nobody in this portfolio yet.</source>
        <translation>Der Plan zeigt die Last jeder Ressource in jeder Woche. In diesem Portfolio ist noch niemand.</translation>
    </message>
    <message>
        <source>This plan was made before the latest changes.</source>
        <translation>Dieser Plan entstand vor den letzten Änderungen.</translation>
    </message>
    <message>
        <source>{count} delayed</source>
        <translation>{count} verschoben</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} weggelassen</translation>
    </message>
    <message>
        <source>{what} of {count} projects.</source>
        <translation>{what} von {count} Projekten.</translation>
    </message>
</context>
<context>
    <name>PlanningDesk</name>
    <message>
        <source>The last plan is the plan of record now. Ctrl+Z takes that back.</source>
        <translation>Der letzte Plan ist jetzt der gültige Plan. Strg+Z nimmt das zurück.</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message numerus="yes">
        <source>%n hours of a priority-{priority} project</source>
        <comment>%n hour of a priority-{priority} project</comment>
        <translation>
            <numerusform>%n Stunde eines Projekts der Priorität {priority}</numerusform>
            <numerusform>%n Stunden eines Projekts der Priorität {priority}</numerusform>
        </translation>
    </message>
    <message>
        <source>1,000 spent on people</source>
        <translation>1.000 für Personen ausgegeben</translation>
    </message>
    <message>
        <source>A hand-over to somebody new</source>
        <translation>Eine Übergabe an jemand Neues</translation>
    </message>
    <message>
        <source>A higher priority is served first, whatever it takes from lower ones: one of its hours outweighs 100 of the next lower.</source>
        <translation>Eine höhere Priorität kommt zuerst, was immer das niedrigeren nimmt: Eine ihrer Stunden wiegt 100 der nächstniedrigeren auf.</translation>
    </message>
    <message>
        <source>A moved hour</source>
        <translation>Eine verschobene Stunde</translation>
    </message>
    <message>
        <source>A policy says what a plan is to weigh beside the hours it meets, each at a price in points. It breaks no rule. An hour of work is worth 16 points in a project of priority 1, then 8, 4, 2, and 1 for priority 5 (or the project&apos;s own weight).</source>
        <translation>Eine Richtlinie sagt, was ein Plan neben den gedeckten Stunden abwägen soll, jedes zu einem Preis in Punkten. Sie bricht keine Regel. Eine Stunde Arbeit ist in einem Projekt der Priorität 1 16 Punkte wert, dann 8, 4, 2 und 1 bei Priorität 5 (oder das eigene Gewicht des Projekts).</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>An assignment begun or ended</source>
        <translation>Eine begonnene oder beendete Zuordnung</translation>
    </message>
    <message>
        <source>An hour above capacity</source>
        <translation>Eine Stunde über der Kapazität</translation>
    </message>
    <message>
        <source>An hour at one level too many</source>
        <translation>Eine Stunde auf einer Stufe zu viel</translation>
    </message>
    <message>
        <source>An hour of somebody at {max} an hour takes {points} points, and an hour of the least project is worth {min}: such work stays undone even if people are free. Below {most} that cannot happen.</source>
        <translation>Eine Stunde von jemandem zu {max} je Stunde kostet {points} Punkte, und eine Stunde des geringsten Projekts ist {min} wert: Solche Arbeit bleibt liegen, auch wenn jemand frei ist. Unter {most} kann das nicht geschehen.</translation>
    </message>
    <message>
        <source>Another policy is called “{name}”, so the file&apos;s is “{other}” here</source>
        <translation>Eine andere Richtlinie heißt „{name}“, deshalb heißt die der Datei hier „{other}“</translation>
    </message>
    <message>
        <source>Another policy is called “{name}”; choose another name</source>
        <translation>Eine andere Richtlinie heißt „{name}“; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>Assignments changed</source>
        <translation>Zuordnungswechsel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>Kontinuität</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Counts nothing</source>
        <translation>Zählt nichts</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Eignung</translation>
    </message>
    <message>
        <source>Gives few people new work when you plan again.</source>
        <translation>Gibt beim Neuplanen wenigen Personen neue Arbeit.</translation>
    </message>
    <message>
        <source>Hours moved</source>
        <translation>Verschobene Stunden</translation>
    </message>
    <message>
        <source>Keeps experts free for what only they can do.</source>
        <translation>Hält Fachleute frei für das, was nur sie können.</translation>
    </message>
    <message>
        <source>Keeps overtime for work that is worth it.</source>
        <translation>Hält Überstunden frei für Arbeit, die es wert ist.</translation>
    </message>
    <message>
        <source>Keeps soft bookings, and the plan of record when you plan again.</source>
        <translation>Behält beim Neuplanen weiche Buchungen und den gültigen Plan.</translation>
    </message>
    <message>
        <source>Keeps the same people on a task.</source>
        <translation>Behält dieselben Personen an einer Aufgabe.</translation>
    </message>
    <message>
        <source>Load from file…</source>
        <translation>Aus Datei laden…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Richtlinie</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neue Richtlinie</translation>
    </message>
    <message>
        <source>No policy</source>
        <translation>Keine Richtlinie</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Prefers cheaper people where they do as well.</source>
        <translation>Bevorzugt günstigere Personen, wo sie es ebenso gut können.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>In Datei speichern…</translation>
    </message>
    <message>
        <source>Solve by this policy</source>
        <translation>Nach dieser Richtlinie berechnen</translation>
    </message>
    <message>
        <source>Strict priorities</source>
        <translation>Strenge Prioritäten</translation>
    </message>
    <message>
        <source>The name {problem}; {remedy}</source>
        <translation>Der Name: {problem}; {remedy}</translation>
    </message>
    <message>
        <source>The portfolio keeps “{name}” with these figures already</source>
        <translation>Das Portfolio hat „{name}“ mit diesen Zahlen schon</translation>
    </message>
    <message>
        <source>There is no policy yet. Add one, or load one from a file; solving without a policy weighs hours alone.</source>
        <translation>Es gibt noch keine Richtlinie. Fügen Sie eine hinzu oder laden Sie eine aus einer Datei; ohne Richtlinie zählen nur die Stunden.</translation>
    </message>
    <message>
        <source>points an hour</source>
        <translation>Punkte je Stunde</translation>
    </message>
    <message>
        <source>points an hour and level</source>
        <translation>Punkte je Stunde und Stufe</translation>
    </message>
    <message>
        <source>points each</source>
        <translation>Punkte je Fall</translation>
    </message>
    <message>
        <source>points for 1,000 of money</source>
        <translation>Punkte je 1.000 Geld</translation>
    </message>
    <message>
        <source>{one} costs as much as {in_hours}</source>
        <translation>{one} kostet so viel wie {in_hours}</translation>
    </message>
    <message>
        <source>“{name}” was read from the file</source>
        <translation>„{name}“ wurde aus der Datei gelesen</translation>
    </message>
</context>
<context>
    <name>PolicyDesk</name>
    <message>
        <source>Saved in {path}</source>
        <translation>Gespeichert in {path}</translation>
    </message>
</context>
<context>
    <name>PolicyPicker</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>What a plan is to weigh beside the hours it meets (Plan, Policies)</source>
        <translation>Was ein Plan neben den gedeckten Stunden abwägen soll (Planen, Richtlinien)</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message numerus="yes">
        <source>In all {total} h as before: %n other weeks give or take the difference</source>
        <comment>In all {total} h as before: %n other week gives or takes the difference</comment>
        <translation>
            <numerusform>Insgesamt {total} h wie zuvor: %n andere Woche gleicht den Unterschied aus</numerusform>
            <numerusform>Insgesamt {total} h wie zuvor: %n andere Wochen gleichen den Unterschied aus</numerusform>
        </translation>
    </message>
    <message>
        <source>In all {total} h instead of {before} h ({difference} h)</source>
        <translation>Insgesamt {total} h statt {before} h ({difference} h)</translation>
    </message>
    <message>
        <source>Outside the dates of the demand</source>
        <translation>Außerhalb der Daten des Bedarfs</translation>
    </message>
    <message>
        <source>Outside the horizon: no plan counts it</source>
        <translation>Außerhalb des Horizonts: Kein Plan zählt es</translation>
    </message>
    <message>
        <source>and the project takes no part</source>
        <translation>und das Projekt nimmt nicht teil</translation>
    </message>
    <message>
        <source>and the projects take no part</source>
        <translation>und die Projekte nehmen nicht teil</translation>
    </message>
    <message>
        <source>there is no plan yet</source>
        <translation>es gibt noch keinen Plan</translation>
    </message>
    <message numerus="yes">
        <source>{hours} h asked in %n weeks</source>
        <comment>{hours} h asked in %n week</comment>
        <translation>
            <numerusform>{hours} h in %n Woche verlangt</numerusform>
            <numerusform>{hours} h in %n Wochen verlangt</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h booked; there is no plan yet</source>
        <translation>{hours} h gebucht; es gibt noch keinen Plan</translation>
    </message>
    <message>
        <source>{hours} h given by the plan ({share})</source>
        <translation>{hours} h vom Plan zugeteilt ({share})</translation>
    </message>
    <message numerus="yes">
        <source>{hours} h given by the plan, %n weeks later ({share})</source>
        <comment>{hours} h given by the plan, %n week later ({share})</comment>
        <translation>
            <numerusform>{hours} h vom Plan zugeteilt, %n Woche später ({share})</numerusform>
            <numerusform>{hours} h vom Plan zugeteilt, %n Wochen später ({share})</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h of it outside the horizon</source>
        <translation>{hours} h davon außerhalb des Horizonts</translation>
    </message>
    <message>
        <source>{hours} h short</source>
        <translation>{hours} h fehlen</translation>
    </message>
    <message numerus="yes">
        <source>{hours} h short in %n weeks</source>
        <comment>{hours} h short in %n week</comment>
        <translation>
            <numerusform>{hours} h fehlen in %n Woche</numerusform>
            <numerusform>{hours} h fehlen in %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>{week}: {after} h instead of {before} h.</source>
        <translation>{week}: {after} h statt {before} h.</translation>
    </message>
    <message>
        <source>{week}: {asked} h asked</source>
        <translation>{week}: {asked} h verlangt</translation>
    </message>
    <message>
        <source>{week}: {asked} h asked, {given} h booked</source>
        <translation>{week}: {asked} h verlangt, {given} h gebucht</translation>
    </message>
    <message>
        <source>{week}: {asked} h asked, {given} h given</source>
        <translation>{week}: {asked} h verlangt, {given} h zugeteilt</translation>
    </message>
</context>
<context>
    <name>ProfileBars</name>
    <message>
        <source>Hours asked by week</source>
        <translation>Verlangte Stunden nach Wochen</translation>
    </message>
</context>
<context>
    <name>ProfileCells</name>
    <message>
        <source>The block has {rows} rows of {cells} cells; copy one row, or one column, of hours by week</source>
        <translation>Der Block hat {rows} Zeilen mit {cells} Zellen; kopieren Sie eine Zeile oder eine Spalte mit Stunden je Woche</translation>
    </message>
    <message>
        <source>The row has {figures} figures, but only {left} weeks are left from {week} on</source>
        <translation>Die Zeile hat {figures} Zahlen, aber ab {week} sind nur noch {left} Wochen übrig</translation>
    </message>
    <message>
        <source>There is no text in the clipboard; copy a row of figures first, such as from a spreadsheet</source>
        <translation>In der Zwischenablage ist kein Text; kopieren Sie erst eine Zeile mit Zahlen, etwa aus einer Tabellenkalkulation</translation>
    </message>
</context>
<context>
    <name>ProfilePaint</name>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Fehlt</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Back to the profile</source>
        <translation>Zurück zum Profil</translation>
    </message>
    <message>
        <source>Choose one demand to change its weeks; of several the weeks are added up</source>
        <translation>Wählen Sie einen Bedarf, um seine Wochen zu ändern; von mehreren werden die Wochen zusammengezählt</translation>
    </message>
    <message>
        <source>Different profiles</source>
        <translation>Verschiedene Profile</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>Nach rechts füllen</translation>
    </message>
    <message>
        <source>How the hours lie over the dates; weeks of its own are hours that somebody has said week by week</source>
        <translation>Wie die Stunden über die Daten verteilt sind; eigene Wochen sind Stunden, die jemand Woche für Woche angegeben hat</translation>
    </message>
    <message>
        <source>Keep the total</source>
        <translation>Summe halten</translation>
    </message>
    <message>
        <source>Move all of it a week earlier, dates and weeks</source>
        <translation>Alles um eine Woche früher legen, Daten und Wochen</translation>
    </message>
    <message>
        <source>Move all of it a week later, dates and weeks</source>
        <translation>Alles um eine Woche später legen, Daten und Wochen</translation>
    </message>
    <message>
        <source>Own weeks</source>
        <translation>Eigene Wochen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Put the first chosen week into those after it</source>
        <translation>Setzt die erste gewählte Woche in die folgenden ein</translation>
    </message>
    <message>
        <source>Show in Plan</source>
        <translation>Im Plan zeigen</translation>
    </message>
    <message>
        <source>Take away the weeks of its own, so that the profile counts again</source>
        <translation>Entfernt die eigenen Wochen, sodass das Profil wieder zählt</translation>
    </message>
    <message>
        <source>This portfolio can only be looked at now</source>
        <translation>Dieses Portfolio kann gerade nur angesehen werden</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>While a week changes, the other weeks give or take the difference by what they ask</source>
        <translation>Ändert sich eine Woche, gleichen die anderen den Unterschied aus, je nachdem was sie verlangen</translation>
    </message>
    <message>
        <source>Why, in Insight</source>
        <translation>Warum, in den Einsichten</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>1 is highest, 5 lowest</source>
        <translation>1 ist die höchste, 5 die niedrigste</translation>
    </message>
    <message>
        <source>Asked h</source>
        <translation>Verlangt h</translation>
    </message>
    <message>
        <source>Binds dependencies only; demands have their own dates</source>
        <translation>Bindet nur Abhängigkeiten; Bedarfe haben eigene Termine</translation>
    </message>
    <message>
        <source>Budget{unit}</source>
        <translation>Budget{unit}</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Hours asked by all demands of the project inside the horizon</source>
        <translation>Im Horizont verlangte Stunden aller Bedarfe des Projekts</translation>
    </message>
    <message>
        <source>Hours met ÷ hours asked</source>
        <translation>Gedeckte Stunden ÷ verlangte Stunden</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Max delay weeks</source>
        <translation>Max. Verschub</translation>
    </message>
    <message>
        <source>Must do</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Planned finish</source>
        <translation>Plan-Ende</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>Plan-Beginn</translation>
    </message>
    <message>
        <source>Points an hour; empty: 16 for priority 1, halved with each priority below</source>
        <translation>Punkte je Stunde; leer: 16 bei Priorität 1, mit jeder Priorität darunter halbiert</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects compete for people and equipment. Import the workbook that lists them.</source>
        <translation>Projekte konkurrieren um Personen und Betriebsmittel. Importieren Sie die Arbeitsmappe, in der sie stehen.</translation>
    </message>
    <message>
        <source>Proposed, approved and active projects take part; a proposed one may be left out</source>
        <translation>Vorgeschlagene, genehmigte und aktive Projekte nehmen teil; ein vorgeschlagenes darf wegbleiben</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Value{unit}</source>
        <translation>Nutzen{unit}</translation>
    </message>
    <message>
        <source>Weeks by which the project may be moved later</source>
        <translation>Wochen, um die das Projekt nach hinten verschoben werden darf</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>What competes for the people; an hour of one priority counts twice an hour of the next.</source>
        <translation>Was um die Personen konkurriert; eine Stunde einer Priorität zählt doppelt so viel wie eine der nächsten.</translation>
    </message>
    <message>
        <source>With the delay that the plan gives the project; by its own dates, else those of its demands</source>
        <translation>Mit der Verschiebung, die der Plan dem Projekt gibt; nach eigenen Terminen, sonst denen seiner Bedarfe</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>Projekte</translation>
    </message>
</context>
<context>
    <name>Promote</name>
    <message>
        <source>Do not promote</source>
        <translation>Nicht in Kraft setzen</translation>
    </message>
    <message>
        <source>Keep the list of changes in the scenario, to look at it later</source>
        <translation>Die Liste der Änderungen im Szenario behalten, um sie später anzusehen</translation>
    </message>
    <message>
        <source>Make it the plan of record</source>
        <translation>Zum gültigen Plan machen</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>Promote “{name}”?</source>
        <translation>„{name}“ in Kraft setzen?</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>Tick that as well</source>
        <translation>Das auch ankreuzen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What is put in force</source>
        <translation>Was in Kraft gesetzt wird</translation>
    </message>
</context>
<context>
    <name>Promoting</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>%n more</comment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>People and equipment</source>
        <translation>Personen und Betriebsmittel</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>The other %n stay in the scenario.</source>
        <comment>The other one stays in the scenario.</comment>
        <translation>
            <numerusform>%n anderes bleibt im Szenario.</numerusform>
            <numerusform>%n andere bleiben im Szenario.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be put in force without {needs}: {problem}.</source>
        <translation>Ohne {needs} lässt sich das nicht in Kraft setzen: {problem}.</translation>
    </message>
    <message>
        <source>Tick what is to be put in force.</source>
        <translation>Ankreuzen, was in Kraft gesetzt werden soll.</translation>
    </message>
    <message>
        <source>What is ticked becomes the plan of record in one edit: {changes}. Undo takes it back.</source>
        <translation>Was angekreuzt ist, kommt mit einer Änderung in den gültigen Plan: {changes}. Rückgängig nimmt sie zurück.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>and %n more</comment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
</context>
<context>
    <name>Publisher</name>
    <message>
        <source>The file is saved, but not backed up: {why}</source>
        <translation>Die Datei ist gespeichert, aber nicht gesichert: {why}</translation>
    </message>
</context>
<context>
    <name>RankHeader</name>
    <message>
        <source>Drag to rank ({higher}, {lower})</source>
        <translation>Ziehen ändert den Rang ({higher}, {lower})</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rows are ranked by dragging while they stand by rank: clear the sorting and the filter</source>
        <translation>Durch Ziehen ordnen geht, solange die Zeilen nach Rang stehen: Heben Sie Sortierung und Filter auf</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Leave it as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Reason for changes</source>
        <translation>Grund der Änderungen</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>Nennen</translation>
    </message>
    <message>
        <source>Why you change what you change from now on. The log says it beside every change until you say something else.</source>
        <translation>Warum Sie ändern, was Sie ab jetzt ändern. Das Protokoll nennt es zu jeder Änderung, bis Sie etwas anderes sagen.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Zuletzt verwendet</translation>
    </message>
    <message>
        <source>{name} (not there now)</source>
        <translation>{name} (jetzt nicht da)</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>The changes of {name} are kept among its backups</source>
        <translation>Die Änderungen von {name} liegen unter seinen Sicherungen</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Changes that are not in their files</source>
        <translation>Änderungen, die nicht in ihren Dateien sind</translation>
    </message>
    <message>
        <source>Keep everything as it is, and ask again at the next start (Esc)</source>
        <translation>Lässt alles, wie es ist, und fragt beim nächsten Start wieder (Esc)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later keeps everything as it is and asks again at the next start.</source>
        <translation>„Später“ lässt alles, wie es ist, und fragt beim nächsten Start wieder.</translation>
    </message>
    <message>
        <source>Plimsoll ended before it could write these changes to the files. They are safe in its own copies.</source>
        <translation>Plimsoll endete, bevor es diese Änderungen in die Dateien schreiben konnte. In seinen eigenen Kopien sind sie sicher.</translation>
    </message>
    <message>
        <source>Recover changes</source>
        <translation>Änderungen retten</translation>
    </message>
</context>
<context>
    <name>Replan</name>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Start from a plan in force and change as little of it as you ask for. Hard bookings stay in any case.</source>
        <translation>Gehen Sie von einem gültigen Plan aus und ändern Sie so wenig daran, wie Sie verlangen. Feste Buchungen bleiben in jedem Fall.</translation>
    </message>
</context>
<context>
    <name>ReplanCourse</name>
    <message>
        <source>Stop and keep the best</source>
        <translation>Anhalten und Bestes behalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>{name} {value}, bound {bound}, proved gap {gap}, {seconds}</source>
        <translation>{name} {value}, Schranke {bound}, bewiesener Abstand {gap}, {seconds}</translation>
    </message>
</context>
<context>
    <name>ReplanDesk</name>
    <message>
        <source>Another solve took the place of this one; begin it again.</source>
        <translation>Eine andere Berechnung trat an die Stelle dieser; beginnen Sie sie neu.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No plan was found</source>
        <translation>Kein Plan gefunden</translation>
    </message>
    <message>
        <source>Planned again</source>
        <translation>Neu geplant</translation>
    </message>
    <message>
        <source>The last plan ({at})</source>
        <translation>Der letzte Plan ({at})</translation>
    </message>
    <message>
        <source>The plan is kept; it moves {moved} of the hours of the one before</source>
        <translation>Der Plan ist übernommen; er verschiebt {moved} der Stunden des vorigen</translation>
    </message>
    <message>
        <source>The plan of record ({at})</source>
        <translation>Der gültige Plan ({at})</translation>
    </message>
    <message>
        <source>The portfolio has changed meanwhile, so this plan no longer fits; go back and plan again.</source>
        <translation>Das Portfolio hat sich inzwischen geändert, dieser Plan passt nicht mehr; gehen Sie zurück und planen Sie neu.</translation>
    </message>
    <message>
        <source>There is no plan to start from; solve first.</source>
        <translation>Es gibt keinen Plan, von dem auszugehen wäre; berechnen Sie erst einen.</translation>
    </message>
</context>
<context>
    <name>ReplanForm</name>
    <message>
        <source>Anything: the best plan there is</source>
        <translation>Beliebig: der bestmögliche Plan</translation>
    </message>
    <message>
        <source>Ask again in the weeks left for what the past did not get</source>
        <translation>In den restlichen Wochen erneut verlangen, was in der Vergangenheit ausblieb</translation>
    </message>
    <message>
        <source>At most this share of the hours</source>
        <translation>Höchstens dieser Anteil der Stunden</translation>
    </message>
    <message>
        <source>Book the past firmly</source>
        <translation>Die Vergangenheit fest buchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How much may change</source>
        <translation>Wie viel sich ändern darf</translation>
    </message>
    <message>
        <source>Makes {count} plans, from the one that moves least to the one that may move anything; each takes the whole time</source>
        <translation>Macht {count} Pläne, von dem, der am wenigsten verschiebt, bis zu dem, der alles verschieben darf; jeder braucht die ganze Zeit</translation>
    </message>
    <message>
        <source>Percent of the hours that may move</source>
        <translation>Prozent der Stunden, die verschoben werden dürfen</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Plan to start from</source>
        <translation>Plan, von dem ausgegangen wird</translation>
    </message>
    <message>
        <source>Points for each assignment begun or ended</source>
        <translation>Punkte je begonnener oder beendeter Zuordnung</translation>
    </message>
    <message>
        <source>Points for each hour moved</source>
        <translation>Punkte je verschobener Stunde</translation>
    </message>
    <message>
        <source>Policy and time</source>
        <translation>Richtlinie und Zeit</translation>
    </message>
    <message>
        <source>Show what more change buys</source>
        <translation>Zeigen, was mehr Änderung bringt</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Status date</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <source>The weeks before that of this day are past and stay as they were planned</source>
        <translation>Die Wochen vor der dieses Tages sind vergangen und bleiben, wie sie geplant waren</translation>
    </message>
    <message>
        <source>What gains more than it costs</source>
        <translation>Was mehr bringt, als es kostet</translation>
    </message>
    <message>
        <source>What has to move, since people or work are no longer there, does not count.</source>
        <translation>Was verschoben werden muss, weil Personen oder Arbeit weggefallen sind, zählt nicht.</translation>
    </message>
    <message>
        <source>What is past</source>
        <translation>Was vergangen ist</translation>
    </message>
    <message>
        <source>as much as {hours}</source>
        <translation>so viel wie {hours}</translation>
    </message>
    <message>
        <source>points for each assignment begun or ended</source>
        <translation>Punkte je begonnener oder beendeter Zuordnung</translation>
    </message>
    <message>
        <source>points for each hour moved</source>
        <translation>Punkte je verschobener Stunde</translation>
    </message>
</context>
<context>
    <name>ReplanOffers</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>Diesen Plan übernehmen</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Who is affected</source>
        <translation>Wer betroffen ist</translation>
    </message>
</context>
<context>
    <name>Replanning</name>
    <message>
        <source>; {forced} h of it had to, because people or work are gone or were cut</source>
        <translation>; {forced} h davon mussten es, weil Personen oder Arbeit weggefallen oder gekürzt sind</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>Before that</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Both prices are 0, so anything may change; type one, or choose that anything may change</source>
        <translation>Beide Preise sind 0, also darf sich alles ändern; geben Sie einen ein oder wählen Sie, dass sich alles ändern darf</translation>
    </message>
    <message>
        <source>Hours changed</source>
        <translation>Geändert h</translation>
    </message>
    <message>
        <source>Hours given or taken, both counted</source>
        <translation>Hinzugekommene und weggefallene Stunden, beide gezählt</translation>
    </message>
    <message>
        <source>Hours moved</source>
        <translation>Verschobene Stunden</translation>
    </message>
    <message>
        <source>No plan was found</source>
        <translation>Kein Plan gefunden</translation>
    </message>
    <message>
        <source>Nobody&apos;s weeks change</source>
        <translation>Niemandes Wochen ändern sich</translation>
    </message>
    <message>
        <source>None shifted, taken in or left out</source>
        <translation>Keine verschoben, aufgenommen oder weggelassen</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message numerus="yes">
        <source>The weeks of {who} change, %n weeks in all</source>
        <comment>The weeks of {who} change, %n week in all</comment>
        <translation>
            <numerusform>Die Wochen von {who} ändern sich, insgesamt %n Woche</numerusform>
            <numerusform>Die Wochen von {who} ändern sich, insgesamt %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Who is affected</source>
        <translation>Wer betroffen ist</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>no longer delayed</source>
        <translation>nicht mehr verschoben</translation>
    </message>
    <message>
        <source>{begun} begun, {ended} ended</source>
        <translation>{begun} begonnen, {ended} beendet</translation>
    </message>
    <message>
        <source>{delay_text} instead of {before}</source>
        <translation>{delay_text} statt {before}</translation>
    </message>
    <message>
        <source>{made} of {total} plans made</source>
        <translation>{made} von {total} Plänen fertig</translation>
    </message>
    <message numerus="yes">
        <source>{moved} h move, {share} of the plan; the weeks of %n people change</source>
        <comment>{moved} h move, {share} of the plan; the weeks of %n person change</comment>
        <translation>
            <numerusform>{moved} h werden verschoben, {share} des Plans; die Wochen von %n Person ändern sich</numerusform>
            <numerusform>{moved} h werden verschoben, {share} des Plans; die Wochen von %n Personen ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>{moved} h, {share} of the {hours} h planned before{gone}</source>
        <translation>{moved} h, {share} der zuvor geplanten {hours} h{gone}</translation>
    </message>
    <message>
        <source>{name} left out</source>
        <translation>{name} weggelassen</translation>
    </message>
    <message>
        <source>{name} taken in</source>
        <translation>{name} aufgenommen</translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{some} von {all}</translation>
    </message>
    <message>
        <source>{told} and {more} more</source>
        <translation>{told} und {more} weitere</translation>
    </message>
    <message>
        <source>{value} points, proved within {gap} of the best under these limits</source>
        <translation>{value} Punkte, bewiesen bis auf {gap} an das Beste unter diesen Grenzen</translation>
    </message>
</context>
<context>
    <name>RequestDesk</name>
    <message>
        <source>Effects worked out</source>
        <translation>Wirkung ermittelt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message>
        <source>No plan of “{name}” was found: {why}</source>
        <translation>Für „{name}“ wurde kein Plan gefunden: {why}</translation>
    </message>
    <message>
        <source>The effects of “{name}” are worked out</source>
        <translation>Die Wirkung von „{name}“ ist ermittelt</translation>
    </message>
    <message>
        <source>The plan of record has no plan yet to tell the effects against: solve it first</source>
        <translation>Zum gültigen Plan ist noch nichts berechnet, woran sich die Wirkung zeigen ließe: erst berechnen</translation>
    </message>
    <message>
        <source>give the search more time</source>
        <translation>der Suche mehr Zeit geben</translation>
    </message>
    <message>
        <source>“{name}” is approved; promote it to put it in force</source>
        <translation>„{name}“ ist genehmigt; in Kraft kommt es mit „In Kraft setzen“</translation>
    </message>
    <message>
        <source>“{name}” is rejected; the reason stands in the log</source>
        <translation>„{name}“ ist abgelehnt; der Grund steht im Protokoll</translation>
    </message>
    <message>
        <source>“{name}” waits for approval, with its effects worked out</source>
        <translation>„{name}“ wartet auf Genehmigung, seine Wirkung ist ermittelt</translation>
    </message>
</context>
<context>
    <name>ResourceCard</name>
    <message>
        <source> and {count} more</source>
        <translation> und {count} weitere</translation>
    </message>
    <message>
        <source>week of {first}</source>
        <translation>Woche vom {first}</translation>
    </message>
    <message>
        <source>weeks of {first} to {last}</source>
        <translation>Wochen vom {first} bis {last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{load} of {room} h</source>
        <translation>{load} von {room} h</translation>
    </message>
    <message>
        <source>{load} of {room} h booked</source>
        <translation>{load} von {room} h gebucht</translation>
    </message>
    <message>
        <source>{percent} % of the day</source>
        <translation>{percent} % des Tages</translation>
    </message>
    <message>
        <source>{week}: {had} of {could} h</source>
        <translation>{week}: {had} von {could} h</translation>
    </message>
    <message>
        <source>▲ Above capacity in the weeks of {week}{more}</source>
        <translation>▲ Über der Kapazität in den Wochen vom {week}{more}</translation>
    </message>
</context>
<context>
    <name>ResourcePanel</name>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>The chosen resource</source>
        <translation>Die gewählte Ressource</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Cost an hour</source>
        <translation>Kosten/h</translation>
    </message>
    <message>
        <source>Different projects in one week at most; empty: no limit</source>
        <translation>Höchstens so viele verschiedene Projekte in einer Woche; leer: keine Grenze</translation>
    </message>
    <message>
        <source>Empty: the default calendar</source>
        <translation>Leer: der Standardkalender</translation>
    </message>
    <message>
        <source>Empty: the standard week of {week} h</source>
        <translation>Leer: die Standardwoche von {week} h</translation>
    </message>
    <message>
        <source>First day available; empty: always</source>
        <translation>Erster verfügbarer Tag; leer: immer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>h je Woche</translation>
    </message>
    <message>
        <source>Hours a week that may be worked on top</source>
        <translation>Stunden je Woche, die zusätzlich möglich sind</translation>
    </message>
    <message>
        <source>Hours allocated ÷ capacity over the whole horizon</source>
        <translation>Zugeteilte Stunden ÷ Kapazität über den ganzen Horizont</translation>
    </message>
    <message>
        <source>Hours the plan gives to projects over the whole horizon</source>
        <translation>Stunden, die der Plan über den ganzen Horizont Projekten gibt</translation>
    </message>
    <message>
        <source>How well the role is filled: 1 beginner to 5 expert</source>
        <translation>Wie gut die Rolle ausgefüllt wird: 1 Anfänger bis 5 Experte</translation>
    </message>
    <message>
        <source>In the portfolio&apos;s currency</source>
        <translation>In der Währung des Portfolios</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Last day available; empty: always</source>
        <translation>Letzter verfügbarer Tag; leer: immer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Most projects</source>
        <translation>Max. Proj.</translation>
    </message>
    <message>
        <source>Other roles</source>
        <translation>Weitere Rollen</translation>
    </message>
    <message>
        <source>Overtime h</source>
        <translation>Überstd. h</translation>
    </message>
    <message>
        <source>Part of the time that goes to projects; the rest is run-the-business work</source>
        <translation>Anteil der Zeit für Projekte; der Rest ist Linienarbeit</translation>
    </message>
    <message>
        <source>People, teams and equipment, what they can do and how much of their time projects may have.</source>
        <translation>Personen, Teams und Betriebsmittel, was sie können und wie viel ihrer Zeit Projekte haben dürfen.</translation>
    </message>
    <message>
        <source>Planned h</source>
        <translation>Geplant h</translation>
    </message>
    <message>
        <source>Project share %</source>
        <translation>Projektanteil %</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Resources are the people, teams and equipment that do the work. Import the workbook that lists them.</source>
        <translation>Ressourcen sind die Personen, Teams und Betriebsmittel, die die Arbeit tun. Importieren Sie die Arbeitsmappe, in der sie stehen.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Roles held besides, with level: Backend:2; Tester:3</source>
        <translation>Weitere Rollen mit Stufe: Backend:2; Tester:3</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Ressourcen</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing with the portfolio now…</source>
        <translation>Vergleich mit dem Portfolio jetzt…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Eine Sicherung zurückholen</translation>
    </message>
    <message>
        <source>Save this backup as…</source>
        <translation>Diese Sicherung speichern unter…</translation>
    </message>
    <message>
        <source>There is no backup yet. Plimsoll makes one before a file is first changed, while you work, and when you close it.</source>
        <translation>Es gibt noch keine Sicherung. Plimsoll macht eine, bevor eine Datei zum ersten Mal geändert wird, während Sie arbeiten und beim Schließen.</translation>
    </message>
    <message>
        <source>Write the backup to a file of its own; the open portfolio stays as it is</source>
        <translation>Schreibt die Sicherung in eine eigene Datei; das offene Portfolio bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>RestorePoint</name>
    <message>
        <source>; the first {count} are listed</source>
        <translation>; die ersten {count} sind aufgeführt</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>One undo takes all changes back. Plans that were kept stay kept.</source>
        <translation>Ein Rückgängig nimmt alle Änderungen zurück. Behaltene Pläne bleiben erhalten.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore to a point of the log</source>
        <translation>Zu einem Punkt des Protokolls zurück</translation>
    </message>
    <message>
        <source>The plan of then is the latest again: {plan}.</source>
        <translation>Der damalige Plan ist wieder der letzte: {plan}.</translation>
    </message>
    <message>
        <source>The portfolio as it stands changes: {counts}{more}.</source>
        <translation>Das Portfolio, wie es jetzt ist, ändert sich: {counts}{more}.</translation>
    </message>
    <message>
        <source>The portfolio stays as it is.</source>
        <translation>Das Portfolio bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Backups of {name}</source>
        <translation>Sicherungen von {name}</translation>
    </message>
    <message>
        <source>Make the portfolio what this backup holds; undo takes it back</source>
        <translation>Macht das Portfolio zu dem, was diese Sicherung enthält; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Plimsoll keeps the latest ten, and one for each day, week and month before. Restoring is one edit, which undo takes back.</source>
        <translation>Plimsoll behält die letzten zehn und eine für jeden Tag, jede Woche und jeden Monat davor. Das Zurückholen ist eine Änderung, die Rückgängig zurücknimmt.</translation>
    </message>
    <message>
        <source>The backup holds the same as the portfolio</source>
        <translation>Die Sicherung enthält dasselbe wie das Portfolio</translation>
    </message>
    <message>
        <source>The backup is in {place}</source>
        <translation>Die Sicherung ist in {place}</translation>
    </message>
    <message>
        <source>The backup is restored; undo takes it back</source>
        <translation>Die Sicherung ist zurückgeholt; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>The backup takes the place of the damaged file, of which Plimsoll keeps a copy in its own folder.</source>
        <translation>Die Sicherung tritt an die Stelle der beschädigten Datei, von der Plimsoll in seinem eigenen Ordner eine Kopie behält.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {place}</source>
        <translation>Die beschädigte Datei ist bewahrt als {place}</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen</translation>
    </message>
    <message>
        <source>{name} backup</source>
        <translation>{name} Sicherung</translation>
    </message>
    <message>
        <source>{name} cannot be opened</source>
        <translation>{name} lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>{why} No backup is known under this name; those of every portfolio are in {folder}.</source>
        <translation>{why} Unter diesem Namen ist keine Sicherung bekannt; die aller Portfolios sind in {folder}.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message numerus="yes">
        <source>%n are written in several ways</source>
        <comment>%n is written in several ways</comment>
        <translation>
            <numerusform>%n ist verschieden geschrieben</numerusform>
            <numerusform>%n sind verschieden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have names that look like another’s</source>
        <comment>%n has a name that looks like another’s</comment>
        <translation>
            <numerusform>%n hat einen Namen, der einem anderen ähnelt</numerusform>
            <numerusform>%n haben Namen, die einem anderen ähneln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holders</source>
        <comment>%n holder</comment>
        <translation>
            <numerusform>%n hat sie</numerusform>
            <numerusform>%n haben sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles</source>
        <comment>%n role</comment>
        <translation>
            <numerusform>%n Rolle</numerusform>
            <numerusform>%n Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>A name on resources and demands; case and space around it make no difference</source>
        <translation>Ein Name an Ressourcen und Bedarfen; Groß- und Kleinschreibung und Leerzeichen darum machen keinen Unterschied</translation>
    </message>
    <message>
        <source>A role cannot be without a name; type one</source>
        <translation>Eine Rolle braucht einen Namen; geben Sie einen ein</translation>
    </message>
    <message>
        <source>Also written {ways}</source>
        <translation>Auch {ways} geschrieben</translation>
    </message>
    <message>
        <source>Asked h</source>
        <translation>Verlangt h</translation>
    </message>
    <message>
        <source>Balance h</source>
        <translation>Saldo h</translation>
    </message>
    <message>
        <source>Called {name} now: {things}. Undo takes all of it back.</source>
        <translation>Heißt jetzt {name}: {things}. Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Capacity h</source>
        <translation>Kapazität h</translation>
    </message>
    <message>
        <source>Capacity less hours asked; below 0 more is asked than those can give whose first role it is</source>
        <translation>Kapazität weniger verlangte Stunden; unter 0 wird mehr verlangt, als die geben können, deren erste Rolle es ist</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Demands for the role, of all projects</source>
        <translation>Bedarfe an der Rolle, aus allen Projekten</translation>
    </message>
    <message>
        <source>Hours asked of the role by the projects that may take part</source>
        <translation>Von der Rolle verlangte Stunden der Projekte, die teilnehmen können</translation>
    </message>
    <message>
        <source>Hours asked that the plan does not meet</source>
        <translation>Verlangte Stunden, die der Plan nicht deckt</translation>
    </message>
    <message>
        <source>Hours of those whose first role it is, over the horizon</source>
        <translation>Stunden derer, deren erste Rolle es ist, über den Horizont</translation>
    </message>
    <message>
        <source>Level {level}: {names}</source>
        <translation>Stufe {level}: {names}</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Ähnelt</translation>
    </message>
    <message>
        <source>Other roles whose names are spelt nearly so, or short for it; one and the same may be meant</source>
        <translation>Andere Rollen, deren Namen fast so geschrieben oder dafür abgekürzt sind; vielleicht ist dieselbe gemeint</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Resources that hold the role at any level, as their first or another</source>
        <translation>Ressourcen, die die Rolle auf irgendeiner Stufe haben, als erste oder weitere</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Unmet h</source>
        <translation>Fehlt h</translation>
    </message>
    <message>
        <source>What people do and demands ask for: {roles}.</source>
        <translation>Was Menschen tun und Bedarfe verlangen: {roles}.</translation>
    </message>
    <message>
        <source>Who holds the role at which level, the highest first</source>
        <translation>Wer die Rolle auf welcher Stufe hat, die höchste zuerst</translation>
    </message>
    <message>
        <source>Who, by level</source>
        <translation>Wer, nach Stufe</translation>
    </message>
    <message>
        <source>{asked} h asked, {there} h there: {hours} h left</source>
        <translation>{asked} h verlangt, {there} h vorhanden: {hours} h übrig</translation>
    </message>
    <message>
        <source>{asked} h asked, {there} h there: {hours} h too few</source>
        <translation>{asked} h verlangt, {there} h vorhanden: {hours} h zu wenig</translation>
    </message>
    <message>
        <source>{first} as their first role, {others} as another</source>
        <translation>{first} als erste Rolle, {others} als weitere</translation>
    </message>
    <message>
        <source>“{name}” holds “;” or “:”, which part the roles of one resource; type a name without them</source>
        <translation>„{name}“ enthält „;“ oder „:“, die die Rollen einer Ressource trennen; geben Sie einen Namen ohne sie ein</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Call both “{name}”</source>
        <translation>Beide „{name}“ nennen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation>Rollen filtern</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>Stufe {level}</translation>
    </message>
    <message>
        <source>Looks like “{other}”</source>
        <translation>Ähnelt „{other}“</translation>
    </message>
    <message>
        <source>Make them one role</source>
        <translation>Zu einer Rolle machen</translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation>Name der Rolle</translation>
    </message>
    <message>
        <source>Rename everywhere</source>
        <translation>Überall umbenennen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Show only roles that have these words, such as the name of somebody who holds them (Ctrl+F)</source>
        <translation>Nur Rollen mit diesen Wörtern zeigen, etwa dem Namen von jemandem, der sie hat (Strg+F)</translation>
    </message>
    <message>
        <source>The chosen roles</source>
        <translation>Die gewählten Rollen</translation>
    </message>
    <message>
        <source>The name that the chosen roles get wherever they stand; that of another role makes them one with it</source>
        <translation>Der Name, den die gewählten Rollen überall bekommen; der einer anderen Rolle macht sie mit ihr zu einer</translation>
    </message>
    <message>
        <source>Written {ways}</source>
        <translation>{ways} geschrieben</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Filtered: {words}</source>
        <translation>Gefiltert: {words}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n changes on their way to the file…</source>
        <comment>%n change on its way to the file…</comment>
        <translation>
            <numerusform>%n Änderung ist auf dem Weg in die Datei…</numerusform>
            <numerusform>%n Änderungen sind auf dem Weg in die Datei…</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed outside</source>
        <translation>Von außen geändert</translation>
    </message>
    <message>
        <source>Changes on their way to the file…</source>
        <translation>Änderungen sind auf dem Weg in die Datei…</translation>
    </message>
    <message>
        <source>Choose another place; from then on that file is the one you work on</source>
        <translation>Wählen Sie einen anderen Ort; von da an arbeiten Sie an jener Datei</translation>
    </message>
    <message>
        <source>Every edit is kept at once in Plimsoll&apos;s own copy, so nothing is lost by a crash.</source>
        <translation>Jede Änderung liegt sofort in Plimsolls eigener Kopie, ein Absturz kostet also nichts.</translation>
    </message>
    <message>
        <source>File moved away</source>
        <translation>Datei verschoben</translation>
    </message>
    <message>
        <source>Go on with what is in the file now; yours is kept as a backup</source>
        <translation>Weiter mit dem, was jetzt in der Datei ist; Ihres bleibt als Sicherung</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Make the file anew in its old place, with everything you see here</source>
        <translation>Macht die Datei am alten Ort neu, mit allem, was Sie hier sehen</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
    <message>
        <source>Open the file again; once nobody else has it, you can edit it</source>
        <translation>Öffnet die Datei erneut; sobald niemand sonst sie hat, können Sie sie bearbeiten</translation>
    </message>
    <message>
        <source>Overwrite with mine</source>
        <translation>Mit meiner überschreiben</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved {clock}</source>
        <translation>Gespeichert {clock}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren nehmen</translation>
    </message>
    <message>
        <source>The file has every change. {safe}</source>
        <translation>Die Datei hat jede Änderung. {safe}</translation>
    </message>
    <message>
        <source>The file is being written; you can go on working. {safe}</source>
        <translation>Die Datei wird geschrieben; Sie können weiterarbeiten. {safe}</translation>
    </message>
    <message>
        <source>The file is written when you pause, or at once by Save. {safe}</source>
        <translation>Die Datei wird geschrieben, wenn Sie pausieren, oder sofort mit Speichern. {safe}</translation>
    </message>
    <message>
        <source>Theirs keeps the name; yours becomes a file beside it, and you go on in that one</source>
        <translation>Deren behält den Namen; Ihre wird eine Datei daneben, und Sie arbeiten in dieser weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Write it again here</source>
        <translation>Hier neu schreiben</translation>
    </message>
    <message>
        <source>Write the changes to the file now</source>
        <translation>Schreibt die Änderungen jetzt in die Datei</translation>
    </message>
    <message>
        <source>Write yours over theirs; theirs is kept as a backup</source>
        <translation>Schreibt Ihre über deren; deren bleibt als Sicherung</translation>
    </message>
    <message>
        <source>Your changes are safe in Plimsoll&apos;s own copy.</source>
        <translation>Ihre Änderungen sind in Plimsolls eigener Kopie sicher.</translation>
    </message>
    <message>
        <source>a newer Plimsoll wrote it</source>
        <translation>ein neueres Plimsoll hat sie geschrieben</translation>
    </message>
    <message>
        <source>an error inside Plimsoll ({name})</source>
        <translation>ein Fehler in Plimsoll ({name})</translation>
    </message>
    <message>
        <source>it could not be written</source>
        <translation>sie konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>it is open elsewhere</source>
        <translation>sie ist woanders offen</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>sie darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>it was moved or deleted</source>
        <translation>sie wurde verschoben oder gelöscht</translation>
    </message>
    <message>
        <source>it was opened to be looked at</source>
        <translation>sie wurde nur zum Ansehen geöffnet</translation>
    </message>
    <message>
        <source>somebody else has changed it</source>
        <translation>jemand anderes hat sie geändert</translation>
    </message>
    <message>
        <source>{said}
Nothing can be changed here; Save as makes a file that can be.</source>
        <translation>{said}
Hier lässt sich nichts ändern; „Speichern unter“ macht eine Datei, in der es geht.</translation>
    </message>
    <message>
        <source>{said}
{safe}
Click to see the ways out.</source>
        <translation>{said}
{safe}
Klicken Sie, um die Auswege zu sehen.</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
</context>
<context>
    <name>ScenarioActions</name>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Genehmigen…</translation>
    </message>
    <message>
        <source>&amp;Copy scenario</source>
        <translation>Szenario &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Freeze as baseline</source>
        <translation>Als Basisplan &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Measure against the baseline</source>
        <translation>Am Basisplan &amp;messen</translation>
    </message>
    <message>
        <source>&amp;New scenario</source>
        <translation>&amp;Neues Szenario</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Verschicken…</translation>
    </message>
    <message>
        <source>&amp;Take in…</source>
        <translation>A&amp;ufnehmen…</translation>
    </message>
    <message>
        <source>&amp;Work in it</source>
        <translation>Darin &amp;arbeiten</translation>
    </message>
    <message>
        <source>Back to the plan of &amp;record</source>
        <translation>Zurück zum &amp;gültigen Plan</translation>
    </message>
    <message>
        <source>Begin another scenario with all that the chosen one changes</source>
        <translation>Ein weiteres Szenario mit allem beginnen, was das gewählte ändert</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Compare with the plan &amp;before</source>
        <translation>Mit dem Plan &amp;davor vergleichen</translation>
    </message>
    <message>
        <source>Decide against the scenario, with a reason that stands in the log</source>
        <translation>Gegen das Szenario entscheiden, mit einem Grund, der im Protokoll steht</translation>
    </message>
    <message>
        <source>Decide for the scenario; it is put in force by promoting it</source>
        <translation>Für das Szenario entscheiden; in Kraft kommt es, indem es in Kraft gesetzt wird</translation>
    </message>
    <message>
        <source>E&amp;xport comparison…</source>
        <translation>Ve&amp;rgleich exportieren…</translation>
    </message>
    <message>
        <source>Have the scenario wait for approval, with its effects worked out</source>
        <translation>Das Szenario auf Genehmigung warten lassen, mit ermittelter Wirkung</translation>
    </message>
    <message>
        <source>Keep the plan shown under a name, to compare with and to measure against</source>
        <translation>Den gezeigten Plan unter einem Namen behalten, um damit zu vergleichen und daran zu messen</translation>
    </message>
    <message>
        <source>Leave the scenario; all that it changes is kept</source>
        <translation>Das Szenario verlassen; alles, was es ändert, bleibt erhalten</translation>
    </message>
    <message>
        <source>Make the scenario the plan of record; you see what that changes first</source>
        <translation>Das Szenario zum gültigen Plan machen; zuvor sehen Sie, was das ändert</translation>
    </message>
    <message>
        <source>Measure against the &amp;plan before</source>
        <translation>Am Plan &amp;davor messen</translation>
    </message>
    <message>
        <source>Pro&amp;mote…</source>
        <translation>In Kra&amp;ft setzen…</translation>
    </message>
    <message>
        <source>Propose &amp;it</source>
        <translation>&amp;Vorschlagen</translation>
    </message>
    <message>
        <source>Re&amp;ject…</source>
        <translation>A&amp;blehnen…</translation>
    </message>
    <message>
        <source>See and change the portfolio as the chosen scenario has it</source>
        <translation>Das Portfolio so sehen und ändern, wie das gewählte Szenario es hat</translation>
    </message>
    <message>
        <source>Set the chosen scenarios beside the plan of record: figures, and what differs</source>
        <translation>Die gewählten Szenarien neben den gültigen Plan stellen: Kennzahlen, und was sich unterscheidet</translation>
    </message>
    <message>
        <source>Take in a scenario that was sent as a file; you see what fits first</source>
        <translation>Ein Szenario aufnehmen, das als Datei kam; vorher ist zu sehen, was passt</translation>
    </message>
    <message>
        <source>The Overview tells every plan against the chosen baseline from now on</source>
        <translation>Die Übersicht misst von jetzt an jeden Plan am gewählten Basisplan</translation>
    </message>
    <message>
        <source>The Overview tells every plan against the plan of record again, or the plan before</source>
        <translation>Die Übersicht misst jeden Plan wieder am gültigen Plan, sonst am Plan davor</translation>
    </message>
    <message>
        <source>Try something on top of the plan of record, which stays as it is</source>
        <translation>Etwas auf Grundlage des gültigen Plans versuchen, der bleibt, wie er ist</translation>
    </message>
    <message>
        <source>What the last plan changes, hour by hour, of the plan that it is measured against</source>
        <translation>Was der letzte Plan Stunde für Stunde gegenüber dem Plan ändert, an dem er gemessen wird</translation>
    </message>
    <message>
        <source>What the scenario does to value, cost, dates and every other project; solves it where it has no plan of today</source>
        <translation>Was das Szenario mit Wert, Kosten, Terminen und jedem anderen Projekt macht; wird berechnet, wo es keinen aktuellen Plan hat</translation>
    </message>
    <message>
        <source>Work out its &amp;effects</source>
        <translation>&amp;Wirkung ermitteln</translation>
    </message>
    <message>
        <source>Write the scenario as one small file, for whoever has this portfolio or another copy of it</source>
        <translation>Das Szenario als eine kleine Datei schreiben, für alle, die dieses Portfolio oder eine andere Kopie davon haben</translation>
    </message>
    <message>
        <source>Write what is compared as a workbook (.xlsx) or a report (.pdf)</source>
        <translation>Das Verglichene als Arbeitsmappe (.xlsx) oder Bericht (.pdf) schreiben</translation>
    </message>
</context>
<context>
    <name>ScenarioDesk</name>
    <message>
        <source>The chosen part of “{name}” is in the plan of record now; undo takes it back</source>
        <translation>Der gewählte Teil von „{name}“ ist jetzt im gültigen Plan; Rückgängig nimmt das zurück</translation>
    </message>
    <message>
        <source>There is no plan before this one to compare with; change something, and solve again</source>
        <translation>Es gibt keinen Plan vor diesem, mit dem sich vergleichen ließe; etwas ändern und noch einmal berechnen</translation>
    </message>
    <message>
        <source>“{name}” is the plan of record now; undo takes it back</source>
        <translation>„{name}“ ist jetzt der gültige Plan; Rückgängig nimmt es zurück</translation>
    </message>
</context>
<context>
    <name>ScenarioFiles</name>
    <message>
        <source>“{name}” is written to {place}; send that file</source>
        <translation>„{name}“ steht in {place}; diese Datei verschicken</translation>
    </message>
    <message>
        <source>“{name}” was taken in; undo takes it back</source>
        <translation>„{name}“ ist aufgenommen; Rückgängig nimmt es zurück</translation>
    </message>
</context>
<context>
    <name>ScenarioPanel</name>
    <message>
        <source>Does not fit the plan of record of today</source>
        <translation>Passt nicht zum heutigen gültigen Plan</translation>
    </message>
    <message>
        <source>Drop this change</source>
        <translation>Diese Änderung streichen</translation>
    </message>
    <message>
        <source>Keep the scenario&apos;s</source>
        <translation>Die des Szenarios behalten</translation>
    </message>
    <message>
        <source>The chosen scenario</source>
        <translation>Das gewählte Szenario</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Was es ändert</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ScenarioPicker</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>What you see and change: the plan of record, or a scenario on top of it</source>
        <translation>Was Sie sehen und ändern: der gültige Plan oder ein Szenario auf seiner Grundlage</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message numerus="yes">
        <source>%n changes do not fit the plan of record of today, and stay in the scenario.</source>
        <comment>%n change does not fit the plan of record of today, and stays in the scenario.</comment>
        <translation>
            <numerusform>%n Änderung passt nicht zum heutigen gültigen Plan und bleibt im Szenario.</numerusform>
            <numerusform>%n Änderungen passen nicht zum heutigen gültigen Plan und bleiben im Szenario.</numerusform>
        </translation>
    </message>
    <message>
        <source>A scenario tries something without touching the plan of record: delay a project, lose a person, take on a client. Make one, work in it as you do everywhere, solve it, compare its figures here, and promote it when it is decided.</source>
        <translation>Ein Szenario versucht etwas, ohne den gültigen Plan anzurühren: ein Projekt verschieben, eine Person verlieren, einen Auftrag annehmen. Legen Sie eines an, arbeiten Sie darin wie überall, berechnen Sie es, vergleichen Sie hier seine Zahlen, und setzen Sie es in Kraft, wenn es beschlossen ist.</translation>
    </message>
    <message>
        <source>Against the last plan of the plan of record</source>
        <translation>Gegenüber dem letzten Plan des gültigen Stands</translation>
    </message>
    <message>
        <source>Against the last plan of the plan of record, in percentage points</source>
        <translation>Gegenüber dem letzten Plan des gültigen Stands, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes that the plan of record of today does not allow, or that mean something else by now</source>
        <translation>Änderungen, die der heutige gültige Plan nicht zulässt oder die inzwischen etwas anderes bedeuten</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Draft, proposed for a decision, approved or rejected</source>
        <translation>Entwurf, zur Entscheidung vorgeschlagen, genehmigt oder abgelehnt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Hours met ÷ hours asked</source>
        <translation>Gedeckte Stunden ÷ verlangte Stunden</translation>
    </message>
    <message>
        <source>How far its plan may be from the best: (bound − value) ÷ bound</source>
        <translation>Wie weit sein Plan höchstens vom besten entfernt ist: (Schranke − Wert) ÷ Schranke</translation>
    </message>
    <message>
        <source>Its plan</source>
        <translation>Sein Plan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Noch ist nichts geändert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Plan of record</source>
        <translation>Gültiger Plan</translation>
    </message>
    <message>
        <source>Points that its last plan is worth</source>
        <translation>Punkte, die sein letzter Plan wert ist</translation>
    </message>
    <message>
        <source>Promoting makes the plan of record what this scenario says, in one edit: {changes}. Undo takes it back.</source>
        <translation>Der gültige Plan wird in einem Schritt zu dem, was dieses Szenario sagt: {changes}. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message numerus="yes">
        <source>There are %n findings on the page Scenarios.</source>
        <comment>There is %n finding on the page Scenarios.</comment>
        <translation>
            <numerusform>Auf der Seite Szenarien steht %n Befund.</numerusform>
            <numerusform>Auf der Seite Szenarien stehen %n Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Things that it changes, adds or removes</source>
        <translation>Dinge, die es ändert, hinzufügt oder entfernt</translation>
    </message>
    <message>
        <source>This scenario changes nothing that the plan of record does not say already; promoting only marks it as approved.</source>
        <translation>Dieses Szenario ändert nichts, was nicht schon gilt; es wird nur als genehmigt gekennzeichnet.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What could be done otherwise: each scenario is a list of changes on the plan of record, with a plan of its own.</source>
        <translation>Was anders gemacht werden könnte: jedes Szenario ist eine Liste von Änderungen am gültigen Plan, mit einem eigenen Plan.</translation>
    </message>
    <message>
        <source>Whether its last plan is up to date</source>
        <translation>Ob sein letzter Plan aktuell ist</translation>
    </message>
    <message>
        <source>You are in the scenario “{name}”: what you change and solve here is the scenario&apos;s, and the plan of record stays as it is.</source>
        <translation>Sie sind im Szenario „{name}“: was Sie hier ändern und berechnen, gehört zum Szenario, und der gültige Plan bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>begun as a copy of {name}</source>
        <translation>begonnen als Kopie von {name}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>{figure} pp</source>
        <translation>{figure} Pp.</translation>
    </message>
    <message>
        <source>± Coverage</source>
        <translation>± Deckung</translation>
    </message>
    <message>
        <source>± Value</source>
        <translation>± Wert</translation>
    </message>
</context>
<context>
    <name>ScenariosPage</name>
    <message>
        <source>Baselines</source>
        <translation>Basispläne</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>In Kraft setzen…</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Verschicken…</translation>
    </message>
    <message>
        <source>Sheets of this page</source>
        <translation>Blätter dieser Seite</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Take in…</source>
        <translation>Aufnehmen…</translation>
    </message>
    <message>
        <source>Work in it</source>
        <translation>Darin arbeiten</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The file is being written; try again in a moment.</source>
        <translation>Die Datei wird gerade geschrieben; versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Size of text and everything else</source>
        <translation>&amp;Größe von Text und allem anderen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the system is</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Size and language are in force from the next start on, everything else at once.</source>
        <translation>Größe und Sprache gelten vom nächsten Start an, alles andere sofort.</translation>
    </message>
    <message>
        <source>Start with the portfolio that was open last</source>
        <translation>Mit dem Portfolio beginnen, das zuletzt offen war</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Time limit of a &amp;solve</source>
        <translation>&amp;Zeitgrenze einer Berechnung</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>A shared bank stays where it is; use Save a copy to have a file of it</source>
        <translation>Eine gemeinsame Datenbank bleibt, wo sie ist; „Kopie speichern“ macht eine Datei daraus</translation>
    </message>
    <message>
        <source>Every change is in the shared bank at once; others see it within seconds, and you see theirs.</source>
        <translation>Jede Änderung ist sofort in der gemeinsamen Datenbank; andere sehen sie in Sekunden, und Sie sehen deren.</translation>
    </message>
    <message>
        <source>No connection since {since}: you can look, changes have to wait until it is back</source>
        <translation>Keine Verbindung seit {since}: Ansehen geht, Änderungen müssen warten, bis sie wieder da ist</translation>
    </message>
    <message>
        <source>Not done, and nothing was kept of it: {problem}</source>
        <translation>Nicht getan, und nichts davon wurde behalten: {problem}</translation>
    </message>
    <message>
        <source>Nothing has to be saved: every change is in the shared bank at once</source>
        <translation>Nichts muss gespeichert werden: Jede Änderung ist sofort in der gemeinsamen Datenbank</translation>
    </message>
    <message>
        <source>Shared: {name} · nothing can be changed</source>
        <translation>Gemeinsam: {name} · nichts lässt sich ändern</translation>
    </message>
    <message>
        <source>Shared: {name} · {news}</source>
        <translation>Gemeinsam: {name} · {news}</translation>
    </message>
    <message>
        <source>The backups of a shared bank are made by its server: ask who runs it</source>
        <translation>Die Sicherungen einer gemeinsamen Datenbank macht ihr Server: Fragen Sie, wer ihn betreibt</translation>
    </message>
    <message>
        <source>Yours is in the shared bank; undo takes it back</source>
        <translation>Ihres ist in der gemeinsamen Datenbank; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>a new plan was kept</source>
        <translation>ein neuer Plan wurde übernommen</translation>
    </message>
    <message>
        <source>did again {what}</source>
        <translation>{what} erneut gemacht</translation>
    </message>
    <message>
        <source>took back {what}</source>
        <translation>{what} zurückgenommen</translation>
    </message>
    <message>
        <source>up to date {since}</source>
        <translation>auf dem Stand von {since}</translation>
    </message>
    <message>
        <source>{database} on {hostname}</source>
        <translation>{database} auf {hostname}</translation>
    </message>
    <message>
        <source>{name} is open here already</source>
        <translation>{name} ist hier schon offen</translation>
    </message>
    <message>
        <source>{problem}
Plimsoll tries again by itself.</source>
        <translation>{problem}
Plimsoll versucht es von selbst wieder.</translation>
    </message>
    <message numerus="yes">
        <source>{who} made %n changes</source>
        <comment>{who} made %n change</comment>
        <translation>
            <numerusform>{who} hat %n Änderung gemacht</numerusform>
            <numerusform>{who} hat %n Änderungen gemacht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetEdits</name>
    <message numerus="yes">
        <source>%n cells</source>
        <comment>%n cell</comment>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add {one}</source>
        <translation>{one} hinzufügen</translation>
    </message>
    <message>
        <source>Change {what} of {rows}</source>
        <translation>{what} ändern: {rows}</translation>
    </message>
    <message>
        <source>Choose the cell where the block is to begin</source>
        <translation>Wählen Sie die Zelle, in der der Block beginnen soll</translation>
    </message>
    <message>
        <source>Clear {cells}</source>
        <translation>{cells} leeren</translation>
    </message>
    <message>
        <source>Fill down {cells}</source>
        <translation>{cells} nach unten füllen</translation>
    </message>
    <message>
        <source>Nothing can be typed there; choose cells of other columns</source>
        <translation>Dort lässt sich nichts eingeben; wählen Sie Zellen anderer Spalten</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pasted. {notes}</source>
        <translation>Eingefügt. {notes}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Removed {name}, and with it {also}. Ctrl+Z brings everything back.</source>
        <translation>{name} entfernt, und damit {also}. Strg+Z bringt alles zurück.</translation>
    </message>
    <message>
        <source>Removed {name}. Ctrl+Z brings everything back.</source>
        <translation>{name} entfernt. Strg+Z bringt alles zurück.</translation>
    </message>
    <message>
        <source>There is no text in the clipboard; copy cells first, such as from a spreadsheet</source>
        <translation>In der Zwischenablage ist kein Text; kopieren Sie erst Zellen, etwa aus einer Tabellenkalkulation</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first (File, Save as)</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen (Datei, Speichern unter)</translation>
    </message>
    <message>
        <source>dates were read as {order}</source>
        <translation>Daten wurden als {order} gelesen</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>figures were read with “{sign}” before the decimals</source>
        <translation>Zahlen wurden mit „{sign}“ vor den Dezimalen gelesen</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>{columns}: worked out, not typed, and left as it is</source>
        <translation>{columns}: berechnet, nicht eingegeben, und so gelassen</translation>
    </message>
</context>
<context>
    <name>SheetLayout</name>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Filter löschen</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern…</translation>
    </message>
    <message>
        <source>&amp;Hide column</source>
        <translation>Spalte &amp;verbergen</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>S&amp;palten…</translation>
    </message>
    <message>
        <source>Sort &amp;ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
</context>
<context>
    <name>ShortageList</name>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Choose a demand to read all of why it is short.</source>
        <translation>Wählen Sie einen Bedarf, um ganz zu lesen, warum ihm etwas fehlt.</translation>
    </message>
    <message>
        <source>Demands not met</source>
        <translation>Nicht gedeckte Bedarfe</translation>
    </message>
    <message>
        <source>Every cause</source>
        <translation>Jede Ursache</translation>
    </message>
    <message>
        <source>Every project</source>
        <translation>Jedes Projekt</translation>
    </message>
    <message>
        <source>Every role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in what is not met</source>
        <translation>In dem suchen, was nicht gedeckt ist</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Show only demands that have these words (Ctrl+F)</source>
        <translation>Nur Bedarfe mit diesen Wörtern zeigen (Strg+F)</translation>
    </message>
    <message>
        <source>Why the chosen demand is short</source>
        <translation>Warum dem gewählten Bedarf etwas fehlt</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Allow more or less delay</source>
        <translation>Mehr oder weniger Verschiebung erlauben</translation>
    </message>
    <message>
        <source>Alt with arrows; Enter, Esc</source>
        <translation>Alt mit Pfeilen; Enter, Esc</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Ab</translation>
    </message>
    <message>
        <source>Arrows, Home, End, Page Up, Page Down</source>
        <translation>Pfeile, Pos1, Ende, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Arrows, Home, End, Page Up, Page Down; Enter</source>
        <translation>Pfeile, Pos1, Ende, Bild auf, Bild ab; Enter</translation>
    </message>
    <message>
        <source>Carry work on the heat map; drop it, put it back</source>
        <translation>Arbeit auf der Heatmap tragen; ablegen, zurückbringen</translation>
    </message>
    <message>
        <source>Choose a block of the heat map</source>
        <translation>Einen Block der Heatmap wählen</translation>
    </message>
    <message>
        <source>Choose the whole row, the whole column</source>
        <translation>Die ganze Zeile, die ganze Spalte wählen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>Eine Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter, Tab</source>
        <translation>Enter, Umschalt+Enter, Tab</translation>
    </message>
    <message>
        <source>F2, or type</source>
        <translation>F2 oder tippen</translation>
    </message>
    <message>
        <source>Filter by the current column</source>
        <translation>Nach der aktuellen Spalte filtern</translation>
    </message>
    <message>
        <source>First and last cell of a table</source>
        <translation>Erste und letzte Zelle einer Tabelle</translation>
    </message>
    <message>
        <source>First and last cell of the heat map</source>
        <translation>Erste und letzte Zelle der Heatmap</translation>
    </message>
    <message>
        <source>Give up what is dragged</source>
        <translation>Aufgeben, was gezogen wird</translation>
    </message>
    <message>
        <source>Move a bar of the Gantt by weeks</source>
        <translation>Einen Balken des Gantt um Wochen verschieben</translation>
    </message>
    <message>
        <source>Move in the heat map</source>
        <translation>Sich in der Heatmap bewegen</translation>
    </message>
    <message>
        <source>Move its end, its start</source>
        <translation>Sein Ende, seinen Beginn verschieben</translation>
    </message>
    <message>
        <source>Next cell below, above, to the right</source>
        <translation>Nächste Zelle darunter, darüber, rechts</translation>
    </message>
    <message>
        <source>Put what is typed into every chosen cell</source>
        <translation>Das Eingegebene in alle gewählten Zellen setzen</translation>
    </message>
    <message>
        <source>Rank a project higher or lower</source>
        <translation>Ein Projekt höher oder tiefer einordnen</translation>
    </message>
    <message>
        <source>Scroll the Gantt to today, to the bar</source>
        <translation>Im Gantt zu heute, zum Balken gehen</translation>
    </message>
    <message>
        <source>Shift with the same keys; Shift+Space for all weeks, Ctrl+A for all</source>
        <translation>Umschalt mit denselben Tasten; Umschalt+Leertaste für alle Wochen, Strg+A für alles</translation>
    </message>
    <message>
        <source>Shift+Space, Ctrl+Space</source>
        <translation>Umschalt+Leertaste, Strg+Leertaste</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>The next and the previous table of a page</source>
        <translation>Die nächste und die vorige Tabelle einer Seite</translation>
    </message>
    <message>
        <source>Walk through the Gantt, open the project&apos;s row</source>
        <translation>Durch das Gantt gehen, die Zeile des Projekts öffnen</translation>
    </message>
    <message>
        <source>Zoom the Gantt, show all weeks</source>
        <translation>Das Gantt vergrößern, alle Wochen zeigen</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>SideChoice</name>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Mark one to five</source>
        <translation>Einen bis fünf ankreuzen</translation>
    </message>
    <message>
        <source>Mark two to five</source>
        <translation>Zwei bis fünf ankreuzen</translation>
    </message>
    <message>
        <source>Mark two to five (Space); all are told against one of them</source>
        <translation>Zwei bis fünf ankreuzen (Leertaste); alle werden an einem von ihnen gemessen</translation>
    </message>
    <message>
        <source>Mark up to five (Space); one of them comes first</source>
        <translation>Bis zu fünf ankreuzen (Leertaste); einer davon kommt zuerst</translation>
    </message>
    <message>
        <source>The side from which all differences are counted</source>
        <translation>Die Seite, von der aus alle Unterschiede gezählt werden</translation>
    </message>
    <message>
        <source>Told against</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
</context>
<context>
    <name>SolveChart</name>
    <message>
        <source>Value and bound of the running solve</source>
        <translation>Wert und Schranke der laufenden Berechnung</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>Schranke</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>SolveDesk</name>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No plan was found; give the search more time.</source>
        <translation>Kein Plan gefunden; geben Sie der Suche mehr Zeit.</translation>
    </message>
    <message>
        <source>The plan from before is worth more than what this solve found, and stays</source>
        <translation>Der vorige Plan ist mehr wert als das, was diese Berechnung fand, und bleibt</translation>
    </message>
    <message>
        <source>The plan from before stays</source>
        <translation>Der vorige Plan bleibt</translation>
    </message>
    <message>
        <source>{status}: a plan within {gap} of the best possible</source>
        <translation>{status}: ein Plan bis auf {gap} am bestmöglichen</translation>
    </message>
</context>
<context>
    <name>SolveDock</name>
    <message>
        <source>Bound, points</source>
        <translation>Schranke, Punkte</translation>
    </message>
    <message>
        <source>Ends the search now; the best plan found so far is kept (Shift+F5)</source>
        <translation>Beendet die Suche jetzt; der beste gefundene Plan bleibt (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Nothing solved yet</source>
        <translation>Noch nichts berechnet</translation>
    </message>
    <message>
        <source>Proved gap</source>
        <translation>Bewiesener Abstand</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Anhalten und Bestes behalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>{name}, points</source>
        <translation>{name}, Punkte</translation>
    </message>
</context>
<context>
    <name>Solving</name>
    <message>
        <source>Feasible</source>
        <translation>Zulässig</translation>
    </message>
    <message>
        <source>Infeasible</source>
        <translation>Unlösbar</translation>
    </message>
    <message>
        <source>No plan exists: the rules cannot all hold.</source>
        <translation>Es gibt keinen Plan: Die Regeln können nicht alle gelten.</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Optimal</source>
        <translation>Optimal</translation>
    </message>
    <message>
        <source>Plan out of date ({said})</source>
        <translation>Plan nicht mehr aktuell ({said})</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Stopped, best so far</source>
        <translation>Angehalten, bisher bester</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>and {more} more, see Findings</source>
        <translation>und {more} weitere, siehe Befunde</translation>
    </message>
    <message>
        <source>{status_words}, gap {gap}</source>
        <translation>{status_words}, Abstand {gap}</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>(all of it)</source>
        <translation>(alles)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Es war</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Deren behalten</translation>
    </message>
    <message>
        <source>Leave everything as they made it (Esc)</source>
        <translation>Lässt alles, wie andere es gemacht haben (Esc)</translation>
    </message>
    <message>
        <source>Make your change on top of theirs; undo takes it back</source>
        <translation>Macht Ihre Änderung auf deren Stand; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Nothing is left that your change could be made to.</source>
        <translation>Nichts ist übrig, woran Ihre Änderung gemacht werden könnte.</translation>
    </message>
    <message>
        <source>Nothing of yours is written yet. Take mine writes your fields over theirs and leaves the others as they are now.</source>
        <translation>Von Ihnen ist noch nichts geschrieben. „Meine nehmen“ schreibt Ihre Felder über deren und lässt die anderen, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Somebody else was first</source>
        <translation>Jemand war schneller</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Meine nehmen</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Yours and theirs</source>
        <translation>Ihres und deren</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>wie es war</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>there</source>
        <translation>da</translation>
    </message>
    <message>
        <source>{whoever} changed {count} of the same things before you.</source>
        <translation>{whoever} hat {count} der gleichen Dinge vor Ihnen geändert.</translation>
    </message>
    <message>
        <source>{whoever} changed {what} before you.</source>
        <translation>{whoever} hat {what} vor Ihnen geändert.</translation>
    </message>
    <message>
        <source>{whoever} removed {what} before you.</source>
        <translation>{whoever} hat {what} vor Ihnen entfernt.</translation>
    </message>
</context>
<context>
    <name>StaleStrip</name>
    <message>
        <source>Solve</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Solve again</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Solve from this plan with the changes made since (F5)</source>
        <translation>Berechnet von diesem Plan aus mit den seither gemachten Änderungen (F5)</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt verwendete Dateien</translation>
    </message>
    <message>
        <source>See them, and decide</source>
        <translation>Ansehen und entscheiden</translation>
    </message>
    <message>
        <source>The load line for your portfolio</source>
        <translation>Die Lademarke für Ihr Portfolio</translation>
    </message>
    <message>
        <source>{name} (not there now)</source>
        <translation>{name} (jetzt nicht da)</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Reason for changes</source>
        <translation>Grund der Änderungen</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Grund: {reason}</translation>
    </message>
    <message>
        <source>The log says of every change: {reason}. Click to say something else.</source>
        <translation>Das Protokoll sagt zu jeder Änderung: {reason}. Klicken Sie, um etwas anderes zu sagen.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>And beside it</source>
        <translation>Und daneben</translation>
    </message>
    <message>
        <source>How long the point nearest to the portfolio as it stands is searched for; every other starts from its neighbour with a tenth of that</source>
        <translation>Wie lange für den Punkt gesucht wird, der dem Portfolio am nächsten kommt, wie es ist; jeder andere beginnt beim Plan seines Nachbarn und bekommt ein Zehntel davon</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Seconds for the first point</source>
        <translation>Sekunden für den ersten Punkt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>{done} of {count} points solved</source>
        <translation>{done} von {count} Punkten berechnet</translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Sweeps that are kept</source>
        <translation>Durchläufe, die behalten sind</translation>
    </message>
    <message>
        <source>{name} (out of date)</source>
        <translation>{name} (veraltet)</translation>
    </message>
</context>
<context>
    <name>SweepSheet</name>
    <message>
        <source>Every point of the sweep as a workbook</source>
        <translation>Jeder Punkt des Durchlaufs als Arbeitsmappe</translation>
    </message>
    <message>
        <source>Here one or two inputs vary, such as the delay of a project or the people of a role, and the plan is solved at every point. Choose what varies at the left and press Sweep.</source>
        <translation>Hier ändern sich eine oder zwei Eingaben, etwa die Verzögerung eines Projekts oder die Personen einer Rolle, und der Plan wird an jedem Punkt berechnet. Links wählen, was sich ändert, und „Durchlauf“ drücken.</translation>
    </message>
    <message>
        <source>It is the last plan now</source>
        <translation>Er ist jetzt der letzte Plan</translation>
    </message>
    <message>
        <source>Keep this plan</source>
        <translation>Diesen Plan behalten</translation>
    </message>
    <message>
        <source>Make a scenario of this</source>
        <translation>Daraus ein Szenario machen</translation>
    </message>
    <message>
        <source>Makes it the last plan; it can be put in force on the page Plan</source>
        <translation>Macht ihn zum letzten Plan; auf der Seite Plan kann er in Kraft gesetzt werden</translation>
    </message>
    <message>
        <source>No point was solved; give the search more seconds</source>
        <translation>Kein Punkt wurde berechnet; der Suche mehr Sekunden geben</translation>
    </message>
    <message>
        <source>Remove a sweep</source>
        <translation>Einen Durchlauf entfernen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>The portfolio has changed since, so this plan no longer fits; sweep again</source>
        <translation>Das Portfolio hat sich seither geändert, dieser Plan passt nicht mehr; den Durchlauf wiederholen</translation>
    </message>
    <message>
        <source>The scenario is made, with its plan</source>
        <translation>Das Szenario ist angelegt, mit seinem Plan</translation>
    </message>
    <message>
        <source>The scenario is made; solve it to have a plan</source>
        <translation>Das Szenario ist angelegt; für einen Plan berechnen</translation>
    </message>
    <message>
        <source>There is nothing to export yet: sweep something</source>
        <translation>Es gibt noch nichts zu exportieren: zuerst einen Durchlauf machen</translation>
    </message>
    <message>
        <source>{portfolio} sweep</source>
        <translation>{portfolio} Durchlauf</translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message numerus="yes">
        <source>%n points</source>
        <comment>%n point</comment>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>A project out or in</source>
        <translation>Ein Projekt nicht oder im Plan</translation>
    </message>
    <message>
        <source>Assignment cost</source>
        <translation>Kosten einer Zuordnung</translation>
    </message>
    <message>
        <source>Assignment cost, h</source>
        <translation>Kosten einer Zuordnung, h</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>Schranke</translation>
    </message>
    <message>
        <source>Capacity of {name}</source>
        <translation>Kapazität von {name}</translation>
    </message>
    <message>
        <source>Capacity, %</source>
        <translation>Kapazität, %</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Delay of a project, weeks</source>
        <translation>Verzögerung eines Projekts, Wochen</translation>
    </message>
    <message>
        <source>Delay of {name}, weeks</source>
        <translation>Verzögerung von {name}, Wochen</translation>
    </message>
    <message>
        <source>Effort of a project, %</source>
        <translation>Aufwand eines Projekts, %</translation>
    </message>
    <message>
        <source>Effort of {name}</source>
        <translation>Aufwand von {name}</translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation>Weniger ist besser</translation>
    </message>
    <message>
        <source>Minimum coverage</source>
        <translation>Mindestdeckung</translation>
    </message>
    <message>
        <source>Minimum coverage, %</source>
        <translation>Mindestdeckung, %</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>Mehr ist besser</translation>
    </message>
    <message>
        <source>More people of a role</source>
        <translation>Mehr Personen einer Rolle</translation>
    </message>
    <message>
        <source>More people: {name}</source>
        <translation>Mehr Personen: {name}</translation>
    </message>
    <message>
        <source>No plan of this point is worth more: proved</source>
        <translation>Kein Plan dieses Punktes ist mehr wert: bewiesen</translation>
    </message>
    <message>
        <source>No point has a plan yet</source>
        <translation>Noch kein Punkt hat einen Plan</translation>
    </message>
    <message>
        <source>Parts of the sweep</source>
        <translation>Teile des Durchlaufs</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Priority of a project</source>
        <translation>Priorität eines Projekts</translation>
    </message>
    <message>
        <source>Priority of {name}</source>
        <translation>Priorität von {name}</translation>
    </message>
    <message>
        <source>Rank of a project</source>
        <translation>Rang eines Projekts</translation>
    </message>
    <message>
        <source>Rank of {name}</source>
        <translation>Rang von {name}</translation>
    </message>
    <message>
        <source>Value is greatest at {point}: {value} points</source>
        <translation>Der Wert ist am größten bei {point}: {value} Punkte</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Why there is no plan</source>
        <translation>Warum es keinen Plan gibt</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>in</source>
        <translation>drin</translation>
    </message>
    <message>
        <source>out</source>
        <translation>draußen</translation>
    </message>
    <message>
        <source>{name} in the plan</source>
        <translation>{name} im Plan</translation>
    </message>
    <message>
        <source>{points}: about {minutes} min</source>
        <translation>{points}: etwa {minutes} min</translation>
    </message>
    <message>
        <source>{points}: about {seconds} s</source>
        <translation>{points}: etwa {seconds} s</translation>
    </message>
    <message>
        <source>{told}. Stopped early</source>
        <translation>{told}. Vorzeitig angehalten</translation>
    </message>
</context>
<context>
    <name>TableActions</name>
    <message>
        <source>&amp;Add row</source>
        <translation>Zeile &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste cells</source>
        <translation>Zellen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Print table…</source>
        <translation>Tabelle &amp;drucken…</translation>
    </message>
    <message>
        <source>Add a row like the current one</source>
        <translation>Fügt eine Zeile wie die aktuelle hinzu</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>Zellen &amp;leeren</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>S&amp;palten…</translation>
    </message>
    <message>
        <source>Choose the columns of this table and their order</source>
        <translation>Wählt die Spalten dieser Tabelle und ihre Reihenfolge</translation>
    </message>
    <message>
        <source>Copy the chosen cells and clear them</source>
        <translation>Kopiert die gewählten Zellen und leert sie</translation>
    </message>
    <message>
        <source>Copy the chosen cells under their headings</source>
        <translation>Kopiert die gewählten Zellen mit ihren Überschriften</translation>
    </message>
    <message>
        <source>Copy the chosen cells, as a spreadsheet pastes them</source>
        <translation>Kopiert die gewählten Zellen, wie eine Tabellenkalkulation sie einfügt</translation>
    </message>
    <message>
        <source>Copy with &amp;headings</source>
        <translation>Mit Ü&amp;berschriften kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t cells</source>
        <translation>Zellen a&amp;usschneiden</translation>
    </message>
    <message>
        <source>Delete ro&amp;ws</source>
        <translation>Zeilen entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Empty the chosen cells</source>
        <translation>Leert die gewählten Zellen</translation>
    </message>
    <message>
        <source>Export ta&amp;ble…</source>
        <translation>&amp;Tabelle ausgeben…</translation>
    </message>
    <message>
        <source>F&amp;ilter rows</source>
        <translation>Zeilen f&amp;iltern</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Nach &amp;unten füllen</translation>
    </message>
    <message>
        <source>Filter &amp;by column…</source>
        <translation>Nach &amp;Spalte filtern…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Go to the cell before that has the text</source>
        <translation>Geht zur vorigen Zelle mit dem Text</translation>
    </message>
    <message>
        <source>Go to the next cell that has the text</source>
        <translation>Geht zur nächsten Zelle mit dem Text</translation>
    </message>
    <message>
        <source>Print this table as it is shown, or make a PDF of it</source>
        <translation>Druckt diese Tabelle, wie sie zu sehen ist, oder macht ein PDF daraus</translation>
    </message>
    <message>
        <source>Put a copied block into the table, checked as a whole; one undo takes it back</source>
        <translation>Setzt einen kopierten Block in die Tabelle, als Ganzes geprüft; ein Rückgängig nimmt ihn zurück</translation>
    </message>
    <message>
        <source>Put the first chosen cell into those below; one cell takes what stands above</source>
        <translation>Setzt die erste gewählte Zelle in die darunter; eine einzelne übernimmt, was über ihr steht</translation>
    </message>
    <message>
        <source>Remove the chosen rows with all that belongs to them</source>
        <translation>Entfernt die gewählten Zeilen mit allem, was dazugehört</translation>
    </message>
    <message>
        <source>Sh&amp;ow all rows</source>
        <translation>&amp;Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show only rows by what stands in the current column</source>
        <translation>Zeigt nur Zeilen nach dem, was in der aktuellen Spalte steht</translation>
    </message>
    <message>
        <source>Show only rows that have these words</source>
        <translation>Zeigt nur Zeilen mit diesen Wörtern</translation>
    </message>
    <message>
        <source>Take every filter of this table away</source>
        <translation>Nimmt jeden Filter dieser Tabelle weg</translation>
    </message>
    <message>
        <source>Write this table as it is shown to .xlsx</source>
        <translation>Schreibt diese Tabelle, wie sie zu sehen ist, als .xlsx</translation>
    </message>
</context>
<context>
    <name>TableBook</name>
    <message>
        <source>Tables of this page</source>
        <translation>Tabellen dieser Seite</translation>
    </message>
</context>
<context>
    <name>TableOut</name>
    <message>
        <source>Print {title}</source>
        <translation>{title} drucken</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter {what}</source>
        <translation>{what} filtern</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>Vom anderen Ende</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show only rows that have these words (Ctrl+Shift+F)</source>
        <translation>Zeigt nur Zeilen mit diesen Wörtern (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>This portfolio is read-only: save it under another name first (File, Save as)</source>
        <translation>Dieses Portfolio ist schreibgeschützt: Speichern Sie es erst unter anderem Namen (Datei, Speichern unter)</translation>
    </message>
    <message>
        <source>{shown} of {all} {what}</source>
        <translation>{shown} von {all} {what}</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>As asked</source>
        <translation>Wie verlangt</translation>
    </message>
    <message>
        <source>Change {field} of {name}</source>
        <translation>{field} von {name} ändern</translation>
    </message>
    <message numerus="yes">
        <source>Delayed %n weeks</source>
        <comment>Delayed %n week</comment>
        <translation>
            <numerusform>Um %n Woche verschoben</numerusform>
            <numerusform>Um %n Wochen verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Whether the plan has the project as asked, delayed, or left out</source>
        <translation>Ob der Plan das Projekt wie verlangt, verschoben oder nicht enthält</translation>
    </message>
    <message numerus="yes">
        <source>delayed %n weeks</source>
        <comment>delayed %n week</comment>
        <translation>
            <numerusform>um %n Woche verschoben</numerusform>
            <numerusform>um %n Wochen verschoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeScenario</name>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Replace the scenario “{name}”</source>
        <translation>Das Szenario „{name}“ ersetzen</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Take in a scenario</source>
        <translation>Ein Szenario aufnehmen</translation>
    </message>
    <message>
        <source>Take it in under the name</source>
        <translation>Aufnehmen unter dem Namen</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message numerus="yes">
        <source>%n changes are left out</source>
        <comment>%n change is left out</comment>
        <translation>
            <numerusform>%n Änderung bleibt weg</numerusform>
            <numerusform>%n Änderungen bleiben weg</numerusform>
        </translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen geben.</translation>
    </message>
    <message>
        <source>Sent from the portfolio “{name}”</source>
        <translation>Aus dem Portfolio „{name}“</translation>
    </message>
    <message>
        <source>There is a scenario of this name already.</source>
        <translation>Ein Szenario dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>(bound − value) ÷ max(1, |bound|)</source>
        <translation>(Schranke − Wert) ÷ max(1, |Schranke|)</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Freie FTE</translation>
    </message>
    <message>
        <source>Bounding</source>
        <translation>Schranke wird berechnet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Committed utilisation</source>
        <translation>Feste Auslastung</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>Kontinuität</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Delayed past the end</source>
        <translation>Hinter das Ende verschoben</translation>
    </message>
    <message>
        <source>Delayed projects</source>
        <translation>Verschobene Projekte</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Betriebsmittel</translation>
    </message>
    <message>
        <source>Feasible</source>
        <translation>Zulässig</translation>
    </message>
    <message>
        <source>Firm bookings</source>
        <translation>Feste Buchungen</translation>
    </message>
    <message>
        <source>First plan</source>
        <translation>Erster Plan</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Eignung</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Übergaben</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Hours asked</source>
        <translation>Verlangte Stunden</translation>
    </message>
    <message>
        <source>Hours met</source>
        <translation>Gedeckte Stunden</translation>
    </message>
    <message>
        <source>Hours moved</source>
        <translation>Verschobene Stunden</translation>
    </message>
    <message>
        <source>Improving</source>
        <translation>Wird verbessert</translation>
    </message>
    <message>
        <source>In the past</source>
        <translation>In der Vergangenheit</translation>
    </message>
    <message>
        <source>Infeasible</source>
        <translation>Unlösbar</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Einsichten</translation>
    </message>
    <message>
        <source>Last plan</source>
        <translation>Letzter Plan</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Minimum block</source>
        <translation>Mindestblock</translation>
    </message>
    <message>
        <source>Nobody suitable</source>
        <translation>Niemand geeignet</translation>
    </message>
    <message>
        <source>Not worth an assignment</source>
        <translation>Keine Zuordnung wert</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>Optimal</source>
        <translation>Optimal</translation>
    </message>
    <message>
        <source>Over-allocation</source>
        <translation>Überlast</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Überstunden</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan before</source>
        <translation>Plan davor</translation>
    </message>
    <message>
        <source>Plan cost</source>
        <translation>Kosten des Plans</translation>
    </message>
    <message>
        <source>Plan of record</source>
        <translation>Gültiger Plan</translation>
    </message>
    <message>
        <source>Pricing capacity</source>
        <translation>Kapazität wird bewertet</translation>
    </message>
    <message>
        <source>Project left out</source>
        <translation>Projekt weggelassen</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects at once</source>
        <translation>Projekte zugleich</translation>
    </message>
    <message>
        <source>Projects in</source>
        <translation>Projekte dabei</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>Wird bewiesen</translation>
    </message>
    <message>
        <source>Reading the problem</source>
        <translation>Aufgabe wird gelesen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>Noch Platz</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Skill fit</source>
        <translation>Eignung</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Strict priorities</source>
        <translation>Strenge Prioritäten</translation>
    </message>
    <message>
        <source>Taken by other work</source>
        <translation>Anderweitig belegt</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team size</source>
        <translation>Teamgröße</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Tightening the bound</source>
        <translation>Schranke wird verschärft</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value delivered</source>
        <translation>Gelieferter Wert</translation>
    </message>
    <message>
        <source>Weeks of delay</source>
        <translation>Wochen Verschiebung</translation>
    </message>
    <message>
        <source>Weighted coverage</source>
        <translation>Gewichtete Deckung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>hard bookings ÷ capacity</source>
        <translation>feste Buchungen ÷ Kapazität</translation>
    </message>
    <message>
        <source>hours allocated ÷ capacity, sums divided</source>
        <translation>zugeteilte Stunden ÷ Kapazität, Summen geteilt</translation>
    </message>
    <message>
        <source>hours given that were asked</source>
        <translation>zugeteilte Stunden, die verlangt waren</translation>
    </message>
    <message>
        <source>hours met ÷ hours asked, of the projects that take part</source>
        <translation>gedeckte ÷ verlangte Stunden der Projekte, die dabei sind</translation>
    </message>
    <message>
        <source>hours of the first side that have no place of theirs here any more</source>
        <translation>Stunden der ersten Seite, die hier nicht mehr an ihrem Platz stehen</translation>
    </message>
    <message>
        <source>hours-weighted (level held − level asked)</source>
        <translation>nach Stunden gewichtet (Stufe vorhanden − Stufe verlangt)</translation>
    </message>
    <message>
        <source>mean projects of a resource in a week it works</source>
        <translation>mittlere Zahl der Projekte einer Ressource in einer Woche, in der sie arbeitet</translation>
    </message>
    <message>
        <source>mean resources on a demand</source>
        <translation>mittlere Zahl der Ressourcen an einem Bedarf</translation>
    </message>
    <message>
        <source>net of calendars, absences and project share</source>
        <translation>nach Abzug von Kalendern, Abwesenheiten und Projektanteil</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>of the projects that take part</source>
        <translation>der Projekte, die dabei sind</translation>
    </message>
    <message>
        <source>one resource on one demand</source>
        <translation>eine Ressource an einem Bedarf</translation>
    </message>
    <message>
        <source>projects that take part</source>
        <translation>Projekte, die dabei sind</translation>
    </message>
    <message>
        <source>projects that take part and are delayed</source>
        <translation>Projekte, die dabei und verschoben sind</translation>
    </message>
    <message>
        <source>times somebody comes to a demand who was not on it in the week worked before</source>
        <translation>wie oft jemand zu einem Bedarf kommt, der in der Arbeitswoche davor nicht daran war</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>weighted hours met, less the costs of assignments, overtime and delay</source>
        <translation>gewichtete gedeckte Stunden, abzüglich der Kosten von Zuordnungen, Überstunden und Verschiebung</translation>
    </message>
    <message>
        <source>Σ hours × rate</source>
        <translation>Σ Stunden × Satz</translation>
    </message>
    <message>
        <source>Σ max(0, allocated − capacity)</source>
        <translation>Σ max(0, zugeteilt − Kapazität)</translation>
    </message>
    <message>
        <source>Σ max(0, capacity − allocated), in FTE</source>
        <translation>Σ max(0, Kapazität − zugeteilt), in FTE</translation>
    </message>
    <message>
        <source>Σ value of projects × share of their hours met</source>
        <translation>Σ Wert der Projekte × Anteil ihrer gedeckten Stunden</translation>
    </message>
    <message>
        <source>Σ weeks of delay of the projects that take part</source>
        <translation>Σ Wochen Verschiebung der Projekte, die dabei sind</translation>
    </message>
    <message>
        <source>Σ weight × hours met ÷ Σ weight × hours asked</source>
        <translation>Σ Gewicht × gedeckte Stunden ÷ Σ Gewicht × verlangte Stunden</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message numerus="yes">
        <source>%n assignments</source>
        <comment>%n assignment</comment>
        <translation>
            <numerusform>%n Zuordnung</numerusform>
            <numerusform>%n Zuordnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>(bound − value) ÷ max(1, |bound|); proved: no plan is worth more than {number} points</source>
        <translation>(Schranke − Wert) ÷ max(1, |Schranke|); bewiesen: kein Plan ist mehr als {number} Punkte wert</translation>
    </message>
    <message>
        <source>(bound − value) ÷ max(1, |bound|); the bound was proved for the portfolio before the latest changes</source>
        <translation>(Schranke − Wert) ÷ max(1, |Schranke|); die Schranke wurde für das Portfolio vor den letzten Änderungen bewiesen</translation>
    </message>
    <message>
        <source>Asked of capacity</source>
        <translation>Verlangt von der Kapazität</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Deckung</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Bedarfe</translation>
    </message>
    <message>
        <source>Hours allocated ÷ capacity, sums divided; free: Σ max(0, capacity − allocated) in FTE</source>
        <translation>Zugeteilte Stunden ÷ Kapazität, Summen geteilt; frei: Σ max(0, Kapazität − zugeteilt) in FTE</translation>
    </message>
    <message>
        <source>Hours asked by projects that may take part</source>
        <translation>Stunden, die Projekte verlangen, die teilnehmen dürfen</translation>
    </message>
    <message>
        <source>Hours asked ÷ capacity over the whole horizon</source>
        <translation>Verlangte Stunden ÷ Kapazität über den ganzen Zeitraum</translation>
    </message>
    <message>
        <source>Hours met ÷ hours asked, of the projects that take part</source>
        <translation>Gedeckte ÷ verlangte Stunden der Projekte, die teilnehmen</translation>
    </message>
    <message>
        <source>Overload</source>
        <translation>Überlast</translation>
    </message>
    <message>
        <source>People, teams and equipment</source>
        <translation>Menschen, Teams und Geräte</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects in</source>
        <translation>Projekte dabei</translation>
    </message>
    <message>
        <source>Projects that take part in the plan, of those that may; an assignment is one resource on one demand</source>
        <translation>Projekte, die im Plan sind, von denen, die es dürfen; eine Zuordnung ist eine Ressource auf einem Bedarf</translation>
    </message>
    <message>
        <source>Proposed, approved and active projects may take part</source>
        <translation>Vorgeschlagene, genehmigte und aktive Projekte dürfen teilnehmen</translation>
    </message>
    <message>
        <source>Proved gap</source>
        <translation>Bewiesener Abstand</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Shows the load of everybody</source>
        <translation>Zeigt die Last aller</translation>
    </message>
    <message>
        <source>Shows the projects</source>
        <translation>Zeigt die Projekte</translation>
    </message>
    <message>
        <source>Shows the projects that are delayed or left out</source>
        <translation>Zeigt die Projekte, die verschoben oder weggelassen sind</translation>
    </message>
    <message>
        <source>Shows the projects that are short</source>
        <translation>Zeigt die Projekte, denen Stunden fehlen</translation>
    </message>
    <message>
        <source>Shows them</source>
        <translation>Zeigt sie</translation>
    </message>
    <message>
        <source>Shows what is booked already, week by week</source>
        <translation>Zeigt Woche für Woche, was schon gebucht ist</translation>
    </message>
    <message>
        <source>Shows what is known of the plan</source>
        <translation>Zeigt, was vom Plan bekannt ist</translation>
    </message>
    <message>
        <source>Shows what is not met, and why</source>
        <translation>Zeigt, was nicht gedeckt ist und warum</translation>
    </message>
    <message>
        <source>Shows what is proved of the plan</source>
        <translation>Zeigt, was vom Plan bewiesen ist</translation>
    </message>
    <message>
        <source>Shows which roles are full, and which have hours free</source>
        <translation>Zeigt, welche Rollen voll sind und welche Stunden frei haben</translation>
    </message>
    <message>
        <source>Shows who is overloaded, at the worst week</source>
        <translation>Zeigt, wer überlastet ist, in der schlimmsten Woche</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Weighted coverage</source>
        <translation>Gewichtete Deckung</translation>
    </message>
    <message>
        <source>as a whole; roles and weeks may differ</source>
        <translation>im Ganzen; Rollen und Wochen können abweichen</translation>
    </message>
    <message>
        <source>by weight of the projects</source>
        <translation>nach Gewicht der Projekte</translation>
    </message>
    <message numerus="yes">
        <source>in %n resource-weeks</source>
        <comment>in %n resource-week</comment>
        <translation>
            <numerusform>in %n Ressourcenwoche</numerusform>
            <numerusform>in %n Ressourcenwochen</numerusform>
        </translation>
    </message>
    <message>
        <source>more than there is</source>
        <translation>mehr, als da ist</translation>
    </message>
    <message>
        <source>nobody above capacity</source>
        <translation>niemand über Kapazität</translation>
    </message>
    <message>
        <source>solve again to prove it</source>
        <translation>zum Beweis neu berechnen</translation>
    </message>
    <message>
        <source>{count} delayed</source>
        <translation>{count} verschoben</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} weggelassen</translation>
    </message>
    <message>
        <source>{count} may take part</source>
        <translation>{count} dürfen teilnehmen</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
    </message>
    <message>
        <source>{hours} h asked</source>
        <translation>{hours} h verlangt</translation>
    </message>
    <message>
        <source>{hours} h of capacity</source>
        <translation>{hours} h Kapazität</translation>
    </message>
    <message>
        <source>{met} of {asked} h</source>
        <translation>{met} von {asked} h</translation>
    </message>
    <message>
        <source>{number} FTE free</source>
        <translation>{number} FTE frei</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} Punkte</translation>
    </message>
    <message>
        <source>Σ max(0, allocated − capacity), and the weeks of resources in which it happens</source>
        <translation>Σ max(0, zugeteilt − Kapazität), und die Wochen von Ressourcen, in denen das geschieht</translation>
    </message>
    <message>
        <source>Σ weight × hours met ÷ Σ weight × hours asked</source>
        <translation>Σ Gewicht × gedeckte Stunden ÷ Σ Gewicht × verlangte Stunden</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>How long a solve may search; it ends sooner where nothing better can be found</source>
        <translation>Wie lange eine Berechnung suchen darf; sie endet früher, wo nichts Besseres zu finden ist</translation>
    </message>
    <message>
        <source>Time limit of a solve</source>
        <translation>Zeitgrenze einer Berechnung</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Load by week</source>
        <translation>Last nach Wochen</translation>
    </message>
</context>
<context>
    <name>WeekCells</name>
    <message>
        <source>Asked h</source>
        <translation>Verlangt h</translation>
    </message>
    <message>
        <source>Booked h</source>
        <translation>Gebucht h</translation>
    </message>
    <message>
        <source>Given h</source>
        <translation>Zugeteilt h</translation>
    </message>
    <message>
        <source>Short h</source>
        <translation>Fehlt h</translation>
    </message>
</context>
<context>
    <name>WeekProfile</name>
    <message numerus="yes">
        <source>Ask other hours of {name} in %n weeks</source>
        <comment>Ask other hours of {name} in %n week</comment>
        <translation>
            <numerusform>Andere Stunden von {name} in %n Woche verlangen</numerusform>
            <numerusform>Andere Stunden von {name} in %n Wochen verlangen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask {hours} h of {name} in {week}</source>
        <translation>{hours} h von {name} in {week} verlangen</translation>
    </message>
    <message numerus="yes">
        <source>Move {what} by %n weeks</source>
        <comment>Move {what} by %n week</comment>
        <translation>
            <numerusform>{what} um %n Woche verschieben</numerusform>
            <numerusform>{what} um %n Wochen verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Own weeks for {what}</source>
        <translation>Eigene Wochen für {what}</translation>
    </message>
    <message>
        <source>Put {what} back on the profile</source>
        <translation>{what} zurück auf das Profil setzen</translation>
    </message>
    <message>
        <source>Put {what} on the profile {profile}</source>
        <translation>{what} auf das Profil {profile} setzen</translation>
    </message>
    <message>
        <source>The total of {total} h cannot be kept with {hours} h there; switch “Keep the total” off, or leave other weeks to share the difference</source>
        <translation>Die Summe von {total} h lässt sich mit {hours} h dort nicht halten; schalten Sie „Summe halten“ aus oder lassen Sie andere Wochen übrig, die den Unterschied ausgleichen</translation>
    </message>
    <message>
        <source>{count} demands are too many to be given weeks of their own at once; choose {most} at most</source>
        <translation>{count} Bedarfe sind zu viele, um sie auf einmal auf eigene Wochen zu setzen; wählen Sie höchstens {most}</translation>
    </message>
    <message>
        <source>{demands} of {projects}</source>
        <translation>{demands} aus {projects}</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>Hours by week</source>
        <translation>Stunden nach Wochen</translation>
    </message>
</context>
<context>
    <name>WhoElse</name>
    <message>
        <source>, {overtime} h overtime</source>
        <translation>, {overtime} h Überstunden</translation>
    </message>
    <message>
        <source>Choose a demand with hours in these weeks first: click its line, or pick it under Book by hand</source>
        <translation>Wählen Sie erst einen Bedarf mit Stunden in diesen Wochen: Klicken Sie seine Zeile an oder wählen Sie ihn unter „Von Hand buchen“</translation>
    </message>
    <message>
        <source>Looks like {guess} points before anything is solved</source>
        <translation>Sieht vor jeder Berechnung nach {guess} Punkten aus</translation>
    </message>
    <message>
        <source>No plan was found with this pin: {why}</source>
        <translation>Mit dieser Fixierung wurde kein Plan gefunden: {why}</translation>
    </message>
    <message>
        <source>Nobody has these hours yet</source>
        <translation>Noch hat niemand diese Stunden</translation>
    </message>
    <message>
        <source>Now {shown}</source>
        <translation>Jetzt {shown}</translation>
    </message>
    <message>
        <source>Now {shown} and {more} more</source>
        <translation>Jetzt {shown} und {more} weitere</translation>
    </message>
    <message>
        <source>Points of value won or lost, proved by solving again.</source>
        <translation>Gewonnene oder verlorene Punkte, durch erneutes Berechnen bewiesen.</translation>
    </message>
    <message>
        <source>Points of value; “about” is not proved yet.</source>
        <translation>Punkte des Wertes; „etwa“ ist noch nicht bewiesen.</translation>
    </message>
    <message>
        <source>Solve first: effects are proved against a plan.</source>
        <translation>Berechnen Sie erst: Wirkungen werden gegen einen Plan bewiesen.</translation>
    </message>
    <message>
        <source>Solved again: value {before} before, {after} with the work given to them</source>
        <translation>Neu berechnet: Wert {before} vorher, {after} mit der Arbeit bei dieser Person</translation>
    </message>
    <message>
        <source>Solving with each of them, the most promising first…</source>
        <translation>Mit jeder wird berechnet, die aussichtsreichste zuerst…</translation>
    </message>
    <message>
        <source>Who could take the {hours} h missing, {weeks}?</source>
        <translation>Wer könnte die fehlenden {hours} h übernehmen, {weeks}?</translation>
    </message>
    <message>
        <source>Who else for the {hours} h given, {weeks}?</source>
        <translation>Wer sonst für die gegebenen {hours} h, {weeks}?</translation>
    </message>
    <message>
        <source>about {guess}</source>
        <translation>etwa {guess}</translation>
    </message>
    <message>
        <source>all of it free</source>
        <translation>alles davon frei</translation>
    </message>
    <message>
        <source>asked for by name</source>
        <translation>namentlich verlangt</translation>
    </message>
    <message>
        <source>can take {total} h, {free}{over}</source>
        <translation>kann {total} h nehmen, {free}{over}</translation>
    </message>
    <message>
        <source>costs {cost} {currency}</source>
        <translation>kostet {cost} {currency}</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>Stufe {level}</translation>
    </message>
    <message>
        <source>level {level}, {surplus} above what is asked</source>
        <translation>Stufe {level}, {surplus} über der verlangten</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>one project too many for them</source>
        <translation>ein Projekt zu viel</translation>
    </message>
    <message>
        <source>solving…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>takes {hours} h from {name}</source>
        <translation>nimmt {name} {hours} h</translation>
    </message>
    <message>
        <source>team is full</source>
        <translation>Team ist voll</translation>
    </message>
    <message>
        <source>the rules cannot all hold</source>
        <translation>die Regeln können nicht alle gelten</translation>
    </message>
    <message>
        <source>{free} h of it free</source>
        <translation>{free} h davon frei</translation>
    </message>
    <message>
        <source>{total} of {wanted}</source>
        <translation>{total} von {wanted}</translation>
    </message>
</context>
<context>
    <name>WhoElsePanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the chosen cells (Esc)</source>
        <translation>Zurück zu den gewählten Zellen (Esc)</translation>
    </message>
    <message>
        <source>Nobody else who holds the role at the level asked has room in these weeks.</source>
        <translation>Niemand sonst, der die Rolle in der verlangten Stufe hat, hat in diesen Wochen Platz.</translation>
    </message>
    <message>
        <source>Prove more</source>
        <translation>Mehr beweisen</translation>
    </message>
    <message>
        <source>Solve again with each of the next candidates</source>
        <translation>Berechnet mit jeder der nächsten Personen neu</translation>
    </message>
    <message>
        <source>Solve nothing more; what is proved stays</source>
        <translation>Berechnet nichts mehr; was bewiesen ist, bleibt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Who else?</source>
        <translation>Wer sonst?</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Do not wait</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>Leave the changes in Plimsoll&apos;s own copy; it offers them at the next start</source>
        <translation>Lässt die Änderungen in Plimsolls eigener Kopie; der nächste Start bietet sie an</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} speichern</translation>
    </message>
    <message>
        <source>Whatever does not reach the file is safe in Plimsoll&apos;s own copy.</source>
        <translation>Was die Datei nicht erreicht, ist in Plimsolls eigener Kopie sicher.</translation>
    </message>
    <message>
        <source>{name} is being saved…</source>
        <translation>{name} wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>_Chooser</name>
    <message>
        <source>Meaning of {heading}</source>
        <translation>Bedeutung von {heading}</translation>
    </message>
</context>
</TS>
