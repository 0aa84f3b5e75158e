<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save value to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace value from file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job pane: Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job pane: Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job pane: Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Oxpecker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Redis has no memory left and refuses writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free memory there or raise maxmemory, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Redis is a read-only replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the primary to change jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis cannot save to its disk and refuses writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the server has to look at its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis is busy with a long script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis is still loading its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxpecker tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Redis user may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the rights that README.md lists, or use another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of this queue lie on different cluster nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a queue can only be read; give it a hash tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue lies on another node of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the node that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of this queue holds something that BullMQ does not write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the key with redis-cli.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis does not keep the script that is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker is running this job and holds its lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the next job of a scheduler; without it the scheduler stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the scheduler instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another job bears this id now; the one you opened is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save: the data are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is for viewing only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the role Operator in Connections to change jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue can only be read with Oxpecker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is paused and jobs wait in two lists; this would lose some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Resume queue first: it merges both lists in the right order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confirmation is older than five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker has taken this job meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again and confirm that the job is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has moved to another state meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other fields of this job change all the time, so it could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it is quieter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not valid JSON, so no worker could read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same places have been changed since, so this cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both versions and edit by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record does not hold all that was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an edit that was written can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue is written by a newer release than Oxpecker knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read; an update of Oxpecker may bring the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxpecker tries again by itself; Reconnect now does it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the certificate in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis refuses the user or the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter them again in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers, but not as a Redis does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis refused the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed, or has run and was cleaned up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this job meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person has to agree first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local record of changes cannot be written, so writing is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and the rights of the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while writing; whether it arrived is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxpecker is looking again and will tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server or this version of the queue cannot do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%L1 byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobState</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prioritized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting-children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationFlow</name>
    <message>
        <source>The job waits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job waits now and no longer for its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is paused. Running jobs go on to their end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue runs again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Pause queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers take no more jobs from this queue until it is resumed. Running jobs run to their end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the delayed job run now: it goes to the waiting ones, behind those that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the job with its logs. This cannot be undone. Children of a flow stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers take jobs from this queue again, in the order in which they were added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the job back to the waiting ones. Its data and logs stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores the edited data. State, id and place in the queue stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PillLabel</name>
    <message>
        <source>number, %1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>unknown family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only: BullMQ Pro keeps groups that Oxpecker does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only: written by BullMQ 3 or older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only: the library that writes it was not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only: this version is newer than Oxpecker knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanSentences</name>
    <message>
        <source>there is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends too early, a bracket is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text has no closing quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key in double quotes is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma before a closing bracket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bracket closes something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no JSON number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown escape in a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control character in a text has to be escaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these bytes are no UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark stands before the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shortened value may stand only where a value may stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Open the selected job in the editor (in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table (in the editor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State tab 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous tab of the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::AboutDialog</name>
    <message>
        <source>About Oxpecker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks after BullMQ queues: shows them, finds jobs, and edits their data without losing a byte. Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scripts of BullMQ and Bull are carried along under the MIT licence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ActionSet</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
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
        <source>&amp;Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ActivityModel</name>
    <message>
        <source>%1 %2/s</source>
        <comment>a number and a unit: 12,000 keys/s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ActivityPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ActivityPiece</name>
    <message>
        <source>Activity under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::Application</name>
    <message>
        <source>Looks after BullMQ queues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redis://… or unix://… to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo: a private Redis with made-up jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not hand over to a window that is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for settings, records and drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: en or zh_CN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window, such as 1440x900</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Oxpecker uses the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::Banner</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ChangeValueDialog</name>
    <message>
        <source>Change value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as text; quotes and escapes are added by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored exactly as typed. For a text put it in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON value: a number, true, false, null, or a text in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ChangesModel</name>
    <message>
        <source>whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An action, a queue, or the id of a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to confirm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ConflictDialog</name>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody wrote this job while you edited it. Nothing of yours has been written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is what will be written; edit it freely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your edit, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is in Redis now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the versions is not valid JSON; they cannot be merged by place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicts: both sides changed different places, and all of it is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a side for each conflict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merged text is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides changed the same place: choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queues in Redis stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::DataPane</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data say what is stored already; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are as they were before that change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id stands in a list of the queue, but the job itself is gone from Redis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed or cleaned up. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed or cleaned up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers read {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers cannot fetch this job; it stays in active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as bytes, read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved text from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has not changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has changed since; saving compares both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are still loading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is for viewing only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that are no text cannot be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local record of changes cannot be written, so writing is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid JSON yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is gone; your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A save is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save value to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace value from file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::DemoServer</name>
    <message>
        <source>The demo needs redis-server, which is not installed. On Debian and Ubuntu: sudo apt install redis-server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not make its folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s redis-server ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s redis-server did not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::EditFlow</name>
    <message>
        <source>The job is running: the worker goes on with the old data. A retry will use yours. If the worker updates the data itself, yours is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is completed: no worker will read these data, and the result does not change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the next job of a scheduler without a template: your data become those of all later runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the next job of a scheduler: only this one run gets your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The new data are larger than the job&apos;s sizeLimit of %n byte(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::EnvironmentBand</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ErrorPane</name>
    <message>
        <source>Attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has not failed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::FindBar</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went on from the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>also in %n shortened value(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FlowModel</name>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::FlowPane</name>
    <message>
        <source>Flow of this job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::GoToDialog</name>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::HistoryModel</name>
    <message>
        <source>Changed data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict, nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::HistoryPane</name>
    <message>
        <source>The values were not kept: they are sensitive and there is no keychain to seal them with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload is large: only the changed ranges were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a change to see its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed here with Oxpecker yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JobHeader</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions on the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, will fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progress %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JobListPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by id, name or error among the newest %1 jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Place in the whole state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id, name and error of the newest %1 jobs were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs appear here by themselves when they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest jobs of all states appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JobPane</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JobTableModel</name>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its next pick-up fails it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::JsonEditor</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the clipboard has a very long line and is no JSON; it was not pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of this size cannot be shown in one line. What is stored keeps its own layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::JsonPane</name>
    <message>
        <source>Result of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::LogsPane</name>
    <message>
        <source>Load more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all loaded lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::MainWindow</name>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clocks differ by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxpecker shows and edits the BullMQ queues in a Redis that you name. It listens on no port, and it writes nothing until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo runs a private Redis with made-up jobs and leaves nothing behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queues were found under the prefixes of this profile. Queues appear when a producer or worker has started; other prefixes can be named in Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for queues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a queue at the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to job %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::OperationFlow</name>
    <message>
        <source>%1: done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::PaneTabBar</name>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::PasswordDialog</name>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain: it is kept in memory until the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ProfileForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instead of host and port: a path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas. Empty: Oxpecker looks for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer, reads only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator, reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red band, and writes ask first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber band, and writes ask first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves at once; sensitive values ask first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a host, or the path of a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database is a number from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prefix must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, never in the profile file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain: asked for at connect, kept in memory, never written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ProgressLine</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::QueueHeader</name>
    <message>
        <source>PAUSED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions on the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::QueuePage</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreeModel</name>
    <message>
        <source>unknown family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedulers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreePanel</name>
    <message>
        <source>No connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreeView</name>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::RawFieldsModel</name>
    <message>
        <source>%1, not loaded</source>
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
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::RawPane</name>
    <message>
        <source>Raw fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ReviewDialog</name>
    <message numerus="yes">
        <source>%n field(s) change. Every other byte of the payload stays as it is.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in History together with your name and both versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sensitive value changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick that the job is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::SchedulerModel</name>
    <message>
        <source>every %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed, but its record is missing: it will not run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repeatable job of BullMQ before 5.16 or of Bull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::SchedulersPanel</name>
    <message>
        <source>Schedulers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No schedulers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job scheduler adds a job at fixed times. This queue has none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::Screenshot</name>
    <message>
        <source>The window did not come to show a job within 30 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::SearchBox</name>
    <message>
        <source>Search jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search jobs:  data.orderId = &quot;ORD-1&quot;   error: timeout   created &gt; -1h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
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
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language is there at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review before saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging and production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive values only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> newest jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep records for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records take at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ShortcutsDialog</name>
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
</context>
<context>
    <name>oxp::StateTabBar</name>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prioritized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting-children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedulers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedulers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest jobs of all states</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::TestConnection</name>
    <message>
        <source>This user may not read queues (refused: %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may look, but not change anything (refused: %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may read and change jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not tell what this user may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1, round trip %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: the eviction policy is %1. When memory is full, Redis will drop jobs; it should be noeviction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a read-only replica: nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More than %n queue(s) found; the search stopped early.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s clock differs by %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ValidityLine</name>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::ValueCompare</name>
    <message>
        <source>Selected change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: %1. After: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oxp::Workspace</name>
    <message>
        <source>connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>looking for queues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server is loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for queues in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
