<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CertificateText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <source>%L1 trace(s)</source>
        <translation>
            <numerusform>%L1 trace</numerusform>
            <numerusform>%L1 traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 attempt(s)</source>
        <translation>
            <numerusform>%L1 attempt</numerusform>
            <numerusform>%L1 attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This job keeps its oldest %n trace(s) (stackTraceLimit; BullMQ before 5.4.6).</source>
        <translation>
            <numerusform>This job keeps its oldest trace (stackTraceLimit; BullMQ before 5.4.6).</numerusform>
            <numerusform>This job keeps its oldest %n traces (stackTraceLimit; BullMQ before 5.4.6).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This job keeps its newest %n trace(s) (stackTraceLimit).</source>
        <translation>
            <numerusform>This job keeps its newest trace (stackTraceLimit).</numerusform>
            <numerusform>This job keeps its newest %n traces (stackTraceLimit).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%L1 byte(s)</source>
        <translation>
            <numerusform>%L1 byte</numerusform>
            <numerusform>%L1 bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceNotice</name>
    <message numerus="yes">
        <source>It has stalled %n time(s) before.</source>
        <translation>
            <numerusform>It has stalled once before.</numerusform>
            <numerusform>It has stalled %n times before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchReportText</name>
    <message numerus="yes">
        <source>all %Ln job(s)</source>
        <translation>
            <numerusform>all %Ln job</numerusform>
            <numerusform>all %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and so on in %n more state(s)</source>
        <translation>
            <numerusform>and so on in %n more state</numerusform>
            <numerusform>and so on in %n more states</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far in %1. Looked at %2.</source>
        <translation>
            <numerusform>%Ln found so far in %1. Looked at %2.</numerusform>
            <numerusform>%Ln found so far in %1. Looked at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found in %1. Looked at %2.</source>
        <translation>
            <numerusform>%Ln found in %1. Looked at %2.</numerusform>
            <numerusform>%Ln found in %1. Looked at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The regular expression gave up on %Ln text(s).</source>
        <translation>
            <numerusform>The regular expression gave up on %Ln text.</numerusform>
            <numerusform>The regular expression gave up on %Ln texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionText</name>
    <message numerus="yes">
        <source>%Ln more name(s)</source>
        <translation>
            <numerusform>%Ln more name</numerusform>
            <numerusform>%Ln more names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>%Ln more message</numerusform>
            <numerusform>%Ln more messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted from the %Ln job(s) that have been read</source>
        <translation>
            <numerusform>Counted from the %Ln job that has been read</numerusform>
            <numerusform>Counted from the %Ln jobs that have been read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message numerus="yes">
        <source>primary, %n replica(s)</source>
        <translation>
            <numerusform>primary, %n replica</numerusform>
            <numerusform>primary, %n replicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::AlertCentre</name>
    <message numerus="yes">
        <source>%n job(s) failed within %1.</source>
        <translation>
            <numerusform>%n job failed within %1.</numerusform>
            <numerusform>%n jobs failed within %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) stalled within %1.</source>
        <translation>
            <numerusform>%n job stalled within %1.</numerusform>
            <numerusform>%n jobs stalled within %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait, more than %1.</source>
        <translation>
            <numerusform>%n job waits, more than %1.</numerusform>
            <numerusform>%n jobs wait, more than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In each, %n or more job(s) failed within %1.</source>
        <translation>
            <numerusform>In each, %n or more jobs failed within %1.</numerusform>
            <numerusform>In each, %n or more jobs failed within %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In each, %n or more job(s) stalled within %1.</source>
        <translation>
            <numerusform>In each, %n or more jobs stalled within %1.</numerusform>
            <numerusform>In each, %n or more jobs stalled within %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In each, more than %n job(s) wait.</source>
        <translation>
            <numerusform>In each, more than %n job waits.</numerusform>
            <numerusform>In each, more than %n jobs wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>queues</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::AlertFlow</name>
    <message numerus="yes">
        <source>Alerts saved: %n rule(s) at work.</source>
        <translation>
            <numerusform>Alerts saved: %n rule at work.</numerusform>
            <numerusform>Alerts saved: %n rules at work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::AttemptsModel</name>
    <message numerus="yes">
        <source>%n earlier attempts</source>
        <translation>
            <numerusform>%n earlier attempt</numerusform>
            <numerusform>%n earlier attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n earlier</source>
        <translation>
            <numerusform>%1 and %n earlier</numerusform>
            <numerusform>%1 and %n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same trace %n times</source>
        <translation>
            <numerusform>the same trace %n time</numerusform>
            <numerusform>the same trace %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built-in frame(s)</source>
        <translation>
            <numerusform>%n built-in frame</numerusform>
            <numerusform>%n built-in frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of %1</source>
        <translation>
            <numerusform>%n frame of %1</numerusform>
            <numerusform>%n frames of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 more line(s)</source>
        <translation>
            <numerusform>%L1 more line</numerusform>
            <numerusform>%L1 more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::Banner</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more notice(s)</source>
        <translation>
            <numerusform>%n more notice</numerusform>
            <numerusform>%n more notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::BulkEditDialog</name>
    <message numerus="yes">
        <source>Tried on all %n</source>
        <translation>
            <numerusform>Tried on all %n</numerusform>
            <numerusform>Tried on all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried on the first %n</source>
        <translation>
            <numerusform>Tried on the first %n</numerusform>
            <numerusform>Tried on the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried on the newest %n</source>
        <translation>
            <numerusform>Tried on the newest %n</numerusform>
            <numerusform>Tried on the newest %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::BulkFlow</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::BulkPreviewDialog</name>
    <message numerus="yes">
        <source>%1 %Ln job(s)</source>
        <translation>
            <numerusform>%1 %Ln job</numerusform>
            <numerusform>%1 %Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::ConflictDialog</name>
    <message numerus="yes">
        <source>writes %1 and %n more; edit it freely</source>
        <translation>
            <numerusform>writes %1 and %n more; edit it freely</numerusform>
            <numerusform>writes %1 and %n more; edit it freely</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::CountTabBar</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::DataPane</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was written %n more time(s) meanwhile, at other places; that is kept.</source>
        <translation>
            <numerusform>It was written once more meanwhile, at other places; that is kept.</numerusform>
            <numerusform>It was written %n more times meanwhile, at other places; that is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::EditFlow</name>
    <message numerus="yes">
        <source>The new data are larger than the job&apos;s sizeLimit of %n byte(s).</source>
        <translation>
            <numerusform>The new data are larger than the job&apos;s sizeLimit of %n byte.</numerusform>
            <numerusform>The new data are larger than the job&apos;s sizeLimit of %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s); nothing of yours was written, and your text is kept.</source>
        <translation>
            <numerusform>Tried %n time; nothing of yours was written, and your text is kept.</numerusform>
            <numerusform>Tried %n times; nothing of yours was written, and your text is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::ExportFlow</name>
    <message numerus="yes">
        <source>%n job(s), %1</source>
        <translation>
            <numerusform>%n job, %1</numerusform>
            <numerusform>%n jobs, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) exported, %1, to %2.</source>
        <translation>
            <numerusform>%Ln job exported, %1, to %2.</numerusform>
            <numerusform>%Ln jobs exported, %1, to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are masked.</source>
        <translation>
            <numerusform>%Ln value is masked.</numerusform>
            <numerusform>%Ln values are masked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) were gone before they could be read.</source>
        <translation>
            <numerusform>%Ln job was gone before it could be read.</numerusform>
            <numerusform>%Ln jobs were gone before they could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FailuresPanel</name>
    <message numerus="yes">
        <source>%1 of %2 failed jobs read, %Ln group(s)</source>
        <translation>
            <numerusform>%1 of %2 failed jobs read, %Ln group</numerusform>
            <numerusform>%1 of %2 failed jobs read, %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed jobs in %Ln group(s)</source>
        <translation>
            <numerusform>%1 failed jobs in %Ln group</numerusform>
            <numerusform>%1 failed jobs in %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more in further groups</source>
        <translation>
            <numerusform>and %Ln more in further groups</numerusform>
            <numerusform>and %Ln more in further groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also in %n shortened value(s)</source>
        <translation>
            <numerusform>also in %n shortened value</numerusform>
            <numerusform>also in %n shortened values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FullTextPanel</name>
    <message numerus="yes">
        <source>%1 in %n line(s)</source>
        <translation>
            <numerusform>%1 in %n line</numerusform>
            <numerusform>%1 in %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::JobListPanel</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln job(s)</source>
        <translation>
            <numerusform>%1 of %Ln job</numerusform>
            <numerusform>%1 of %Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::JsonEditor</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::LiveStatus</name>
    <message numerus="yes">
        <source>every %n s</source>
        <translation>
            <numerusform>every %n s</numerusform>
            <numerusform>every %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::LogsPane</name>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::MainWindow</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the selection have not been read yet: they are taken as they stand when the export begins.</source>
        <translation>
            <numerusform>%Ln row of the selection has not been read yet: it is taken as it stands when the export begins.</numerusform>
            <numerusform>%Ln rows of the selection have not been read yet: they are taken as they stand when the export begins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) under %1</source>
        <translation>
            <numerusform>%n more queue under %1</numerusform>
            <numerusform>%n more queues under %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::OverviewPage</name>
    <message numerus="yes">
        <source>%1 in %n group(s)</source>
        <translation>
            <numerusform>%1 in %n group</numerusform>
            <numerusform>%1 in %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prefixes %1</source>
        <translation>
            <numerusform>prefix %1</numerusform>
            <numerusform>prefixes %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::OverviewTotalsBar</name>
    <message numerus="yes">
        <source>queue(s)</source>
        <translation>
            <numerusform>queue</numerusform>
            <numerusform>queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) have none</source>
        <translation>
            <numerusform>%n queue has none</numerusform>
            <numerusform>%n queues have none</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::PaneStack</name>
    <message numerus="yes">
        <source>%Ln job(s) are selected</source>
        <translation>
            <numerusform>%Ln job is selected</numerusform>
            <numerusform>%Ln jobs are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::QueueHeader</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreeModel</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::ReceiptsPanel</name>
    <message numerus="yes">
        <source>%n still followed</source>
        <translation>
            <numerusform>%n still followed</numerusform>
            <numerusform>%n still followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::ReviewDialog</name>
    <message numerus="yes">
        <source>%n field(s) change. Every other byte of the payload stays as it is.</source>
        <translation>
            <numerusform>%n field changes. Every other byte of the payload stays as it is.</numerusform>
            <numerusform>%n fields change. Every other byte of the payload stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunExportFlow</name>
    <message numerus="yes">
        <source>The results of %Ln job(s) were written to %1.</source>
        <translation>
            <numerusform>The results of %Ln job were written to %1.</numerusform>
            <numerusform>The results of %Ln jobs were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunHead</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunReminder</name>
    <message numerus="yes">
        <source>%Ln run(s) were cut off or paused.</source>
        <translation>
            <numerusform>%Ln run was cut off or paused.</numerusform>
            <numerusform>%Ln runs were cut off or paused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunResults</name>
    <message numerus="yes">
        <source>%Ln job(s) were under way:</source>
        <translation>
            <numerusform>%Ln job was under way:</numerusform>
            <numerusform>%Ln jobs were under way:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunsActivity</name>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RunsPage</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SamplesModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SamplesView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SaveWatch</name>
    <message numerus="yes">
        <source>Saving, %n s</source>
        <translation>
            <numerusform>Saving, %n s</numerusform>
            <numerusform>Saving, %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SearchControl</name>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SearchPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 jobs were looked at, %Ln found.</source>
        <translation>
            <numerusform>%1: %2 of %3 jobs were looked at, %Ln found.</numerusform>
            <numerusform>%1: %2 of %3 jobs were looked at, %Ln found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::SelectionHeader</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::StateTabBar</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::StoreFlow</name>
    <message numerus="yes">
        <source>%Ln record(s) were checked: none was changed, none is missing.</source>
        <translation>
            <numerusform>%Ln record was checked: it was not changed.</numerusform>
            <numerusform>%Ln records were checked: none was changed, none is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::TestConnection</name>
    <message numerus="yes">
        <source>More than %n queue(s) found; the search stopped early.</source>
        <translation>
            <numerusform>More than %n queue found; the search stopped early.</numerusform>
            <numerusform>More than %n queues found; the search stopped early.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found.</source>
        <translation>
            <numerusform>%n queue found.</numerusform>
            <numerusform>%n queues found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n queue(s)</source>
        <translation>
            <numerusform>More than %n queue</numerusform>
            <numerusform>More than %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 under %n prefix(es).</source>
        <translation>
            <numerusform>%1 under %n prefix.</numerusform>
            <numerusform>%1 under %n prefixes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::ValidityLine</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::Workspace</name>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found</source>
        <translation>
            <numerusform>%n queue found</numerusform>
            <numerusform>%n queues found</numerusform>
        </translation>
    </message>
</context>
</TS>
