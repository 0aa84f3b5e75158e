// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "places.h"

#include "models/activitymodel.h"
#include "models/failureexamplesmodel.h"
#include "models/failuregroupsmodel.h"
#include "models/flowmodel.h"
#include "models/historymodel.h"
#include "models/logmodel.h"
#include "models/overviewmodel.h"
#include "models/queuetreemodel.h"
#include "models/runitemsmodel.h"
#include "models/runsmodel.h"
#include "models/schedulermodel.h"
#include "models/searchresultsmodel.h"
#include "redis/reply.h"
#include "redis/serverfacts.h"
#include "search/fieldpaths.h"
#include "ui/dialogs/alertrulerow.h"
#include "ui/dialogs/cancelrundialog.h"
#include "ui/dialogs/changesmodel.h"
#include "ui/dialogs/choosequeuesdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/reviewdialog.h"
#include "ui/flows/errornotice.h"
#include "ui/flows/operationflow.h"
#include "ui/flows/reportnote.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/rawpane.h"
#include "ui/views/activitypanel.h"
#include "ui/views/queueheader.h"
#include "ui/views/runhead.h"
#include "ui/views/serverline.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/loglinesdelegate.h"
#include "ui/widgets/queuetreeview.h"
#include "ui/widgets/statuspieces.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/windowactions.h"
#include "workspace/serverlook.h"

#include <QHeaderView>
#include <QListView>
#include <QTreeView>

namespace oxp::test {
namespace {

using Text = const QByteArray &;
using Made = std::unique_ptr<QWidget>;

QueueInfo queueOf(Text text) {
  return {{"bull", text}, Family::BullMq5, text, false, {}};
}

/// As a server's list brings it, but with nothing cut by those who read it.
JobRow rowOf(Text text) {
  JobRow row;
  row.id = row.name = row.progress = row.error = text;
  row.state = JobState::Active;
  row.created = row.processed = row.finished = 1'700'000'000'000;
  return row;
}

JobDetail detailOf(Text text) {
  JobDetail detail;
  detail.row = rowOf(text);
  detail.queue = queueOf(text).id;
  detail.exists = true;
  detail.opts = detail.failedReason = detail.stacktrace = detail.workerName = detail.parentKey = text;
  detail.fields = {{"failedReason", text}, {text, text}, {"name", text}};
  return detail;
}

Made label(Text text, Qt::TextElideMode elide, bool wraps) {
  auto made = std::make_unique<TextLabel>(stringOf(text));
  made->setElide(elide);
  made->setWordWrap(wraps);
  return made;
}

/// A view over a model of its own.
template <typename Model, typename View = JobTableView>
Made tableOf(const std::function<void(Model &)> &fill) {
  auto view = std::make_unique<View>();
  auto *model = new Model(view.get());
  view->setModel(model);
  fill(*model);
  return view;
}

Made banner(const Notice &notice) {
  auto made = std::make_unique<Banner>();
  made->post(notice);
  return made;
}

Made notice(Text text) {
  Notice told;
  told.id = "long";
  told.what = told.detail = stringOf(text);
  told.buttons = {{QStringLiteral("Undo"), [] {}}};
  return banner(told);
}

Made searchHits(Text text) {
  return tableOf<SearchResultsModel>([&](SearchResultsModel &model) {
    model.begin({{search::Field::Data, {{search::Step::Kind::Key, text.left(60), 0}}}});
    SearchHit hit{queueOf(text), rowOf(text), {search::Found{}}, {false}};
    hit.values.front().kind = search::Found::Kind::String;
    hit.values.front().text = text;
    model.append({hit});
  });
}

Made failureGroups(Text text) {
  return tableOf<FailureGroupsModel>([&](FailureGroupsModel &model) {
    FailureGroup group;
    group.print.message = group.print.frame = group.print.errorClass = text;
    group.count = 3;
    group.queues = {queueOf(text).id, {"bull", "other"}};
    model.apply({{group}, 0, 24'000, 3, 3, 0, false, true});
  });
}

Made flow(Text text) {
  return tableOf<FlowModel, QTreeView>([&](FlowModel &model) {
    FlowNode node;
    node.key = node.name = node.jobId = text;
    node.queue = queueOf(text).id;
    FlowNode root = node;
    root.children = {node};
    model.apply(root, root.queue, root.jobId);
  });
}

Made schedulers(Text text) {
  return tableOf<SchedulerModel, QTableView>([&](SchedulerModel &model) {
    Scheduler one;
    one.id = one.name = one.pattern = one.tz = text;
    model.apply({one});
  });
}

Made history(Text text) {
  return tableOf<HistoryModel, QTableView>([&](HistoryModel &model) {
    audit::Record record;
    record.id = 1;
    record.operation = "job.retry";
    record.who = record.reason = stringOf(text);
    model.apply({record});
  });
}

Made queueTree(Text text) {
  return tableOf<QueueTreeModel, QueueTreeView>([&](QueueTreeModel &model) {
    model.applyProfiles({{"p", QStringLiteral("Shop"), {}, Environment::Local, Role::Operator}});
    model.applyQueues("p", {queueOf(text), queueOf("other")});
  });
}

Made overview(Text text) {
  return tableOf<OverviewModel>([&](OverviewModel &model) {
    OverviewRow row;
    row.info = queueOf(text);
    row.group = text;
    OverviewRow other = row;
    other.info = queueOf("other");
    model.apply({row, other});
  });
}

Made serverLine(Text text) {
  ServerLook look;
  look.version = look.role = look.policy = text;
  look.usedMemory = 1;
  auto made = std::make_unique<ServerLine>();
  made->setWords(serverWords({}, look, 0, 0));
  return made;
}

Made logLines(Text text) {
  Made made = tableOf<LogModel, QListView>([&](LogModel &model) { model.applyPage(0, 2, {text, text}); });
  auto *view = static_cast<QListView *>(made.get());
  view->setItemDelegate(new LogLinesDelegate(view));
  return made;
}

Made activity(Text text) {
  auto *model = new ActivityModel;
  model->end(model->begin(stringOf(text), stringOf(text)), ActivityModel::Status::Failed, stringOf(text));
  auto panel = std::make_unique<ActivityPanel>(*model);
  model->setParent(panel.get());
  return panel;
}

Made jobHeader(Text text) {
  auto *actions = new ActionSet(windowActions());
  auto made = std::make_unique<JobHeader>(*actions);
  actions->setParent(made.get());
  made->setJob(detailOf(text), 1'700'000'000'000);
  return made;
}

Made queueHeader(Text text) {
  auto *actions = new ActionSet(windowActions());
  auto made = std::make_unique<QueueHeader>(*actions);
  actions->setParent(made.get());
  made->setQueue(queueOf(text), true, 3);
  return made;
}

Made rawFields(Text text) {
  auto made = std::make_unique<RawPane>();
  made->setJob({}, detailOf(text));
  return made;
}

DialogSubject subject(Text text) {
  OperationTarget target;
  target.queue = queueOf(text);
  target.jobId = text;
  target.jobName = stringOf(text);
  DialogSubject made = dialogSubject(QStringLiteral("Retry"), target);
  made.profile = QStringLiteral("Shop");
  made.sentence = stringOf(text);
  return made;
}

Made confirm(Text text) {
  policy::Decision decision;
  decision.require({policy::Requirement::Kind::TypeText, text});
  return std::make_unique<ConfirmDialog>(subject(text), decision, true);
}

Made review(Text text) {
  policy::Decision decision;
  decision.require({policy::Requirement::Kind::TypeText, text});
  const json::Change change{json::Change::Changed, json::Pointer::fromString("/" + text.left(70'000)), text,
                            text + "x"};
  return std::make_unique<ReviewDialog>(subject(text), std::vector{change}, policy::builtInRules(), decision,
                                        QStringList{stringOf(text)});
}

Made strip(Text text) {
  auto made = std::make_unique<Strip>();
  made->setContent(NoticeKind::Err, stringOf(text), QStringLiteral("Stack"), true);
  return made;
}

Made status(Text text) {
  auto made = std::make_unique<ActivityPiece>();
  made->setRunning(stringOf(text), 0.5, stringOf(text), true);
  return made;
}

Made completions(Text text) {
  search::FieldPaths paths;
  paths.learn(search::Field::Data, "{\"" + text.left(65'000) + "\":{\"a\":1,\"b\":[1,2,{\"c\":1}]}}");
  return std::make_unique<TextLabel>(paths.matching(u"a").join(u' '));
}

Made alertRule(Text text) {
  return std::make_unique<AlertRuleRow>(alerts::AlertRule(), std::vector{queueOf(text), queueOf("b")});
}

Made queueChoice(Text text) {
  return std::make_unique<ChooseQueuesDialog>(std::vector{queueOf(text)}, std::vector<QueueId>());
}

RunRow runOf(Text text) {
  RunRow made;
  made.run.queue = queueOf(text).id;
  made.run.operation = text;
  made.run.reason = stringOf(text);
  made.run.begunAt = 1'700'000'000'000;
  return made;
}

Made runHead(Text text) {
  auto made = std::make_unique<RunHead>();
  made->show(runOf(text), {});
  return made;
}

Made runResults(Text text) {
  audit::RunItem item;
  item.seq = 1;
  item.jobId = item.errorKind = item.errorCode = text;
  return tableOf<RunItemsModel>([&](RunItemsModel &model) {
    model.setWhy([why = stringOf(text)](const audit::RunItem &) { return why; });
    model.open([item](qint64, int, const RunItemsModel::Page &page) { page(std::vector{item}); }, true);
  });
}

} // namespace

const QString &stringOf(const QByteArray &text) {
  static QByteArray known;
  static QString string;
  if (known != text) {
    known = text;
    string = QString::fromUtf8(text);
  }
  return string;
}

const std::vector<Place> &places() {
  static const std::vector<Place> all{
      {"label", [](Text text) { return label(text, Qt::ElideNone, false); }},
      {"label that wraps", [](Text text) { return label(text, Qt::ElideNone, true); }},
      {"label that elides", [](Text text) { return label(text, Qt::ElideMiddle, false); }},
      {"notice", notice},
      {"error of a server",
       [](Text text) { return banner(errorNotice(errorFromServer(text), Doing::Writing)); }},
      {"write that was settled",
       [](Text text) {
         const NoticeSubject subject{QStringLiteral("p"), queueOf(text).id, text};
         return banner(settledNotice(subject, audit::Outcome::Done));
       }},
      {"strip", strip},
      {"status bar", status},
      {"job's header", jobHeader},
      {"queue's header", queueHeader},
      {"jobs", searchHits},
      {"failure groups", failureGroups},
      {"failure examples",
       [](Text text) {
         return tableOf<FailureExamplesModel>([&](FailureExamplesModel &model) {
           model.apply({{queueOf(text), text, 1, text}});
         });
       }},
      {"flow", flow},
      {"schedulers", schedulers},
      {"history", history},
      {"runs",
       [](Text text) { return tableOf<RunsModel>([&](RunsModel &model) { model.apply({runOf(text)}); }); }},
      {"head of a run", runHead},
      {"results of a run", runResults},
      {"end of a run",
       [](Text text) {
         return std::make_unique<CancelRunDialog>(runOf(text), Environment::Local, u"Shop"_qs);
       }},
      {"queue tree", queueTree},
      {"overview", overview},
      {"line of a server", serverLine},
      {"log lines", logLines},
      {"activity", activity},
      {"raw fields", rawFields},
      {"confirmation", confirm},
      {"review", review},
      {"alert rule", alertRule},
      {"choice of queues", queueChoice},
      {"completions", completions},
  };
  return all;
}

} // namespace oxp::test
