// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Holds app/README.md's table of who may include whom, and the rules that a compiler does not know.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

using Words = QSet<QString>;

Words words(const char *text) {
  const QStringList list = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
  return Words(list.begin(), list.end());
}

/// Which layers a layer may include. ui has a row of its own below.
const QMap<QString, Words> &layers() {
  static const QMap<QString, Words> table{
      {QStringLiteral("base"), {}},
      {QStringLiteral("json"), words("base")},
      {QStringLiteral("redis"), words("base")},
      {QStringLiteral("bull"), words("json base")},
      {QStringLiteral("alerts"), words("bull base")},
      {QStringLiteral("policy"), words("json bull base")},
      {QStringLiteral("audit"), words("json bull base")},
      {QStringLiteral("search"), words("bull json base")},
      {QStringLiteral("edits"), words("search json base")},
      {QStringLiteral("recipes"), words("edits search bull json base")},
      {QStringLiteral("bullio"), words("search bull redis json base")},
      {QStringLiteral("operations"), words("bullio bull redis policy audit json base")},
      {QStringLiteral("bulk"), words("edits operations bullio bull redis policy audit json base")},
      {QStringLiteral("models"), words("search bull audit operations json base")},
      {QStringLiteral("workspace"),
       words("models search edits recipes bulk operations audit policy alerts bullio bull redis json base")},
      {QStringLiteral("demo"), words("redis base")},
  };
  return table;
}

/// Layers that ui may take whole, and the single headers that it may take from others.
const Words &uiLayers() {
  static const Words set = words("workspace models search edits recipes policy alerts bull json base");
  return set;
}

const Words &uiHeaders() {
  static const Words set =
      words("operations/operation.h operations/argument.h operations/grant.h operations/specs.h "
            "operations/joboption.h operations/optionvalue.h "
            "audit/auditstore.h audit/record.h audit/run.h redis/lanehandle.h redis/endpoint.h "
            "bulk/bulkroad.h bulk/bulkrunner.h bulk/followup.h bulk/forecast.h bulk/selection.h "
            "demo/demoserver.h");
  return set;
}

/// Values of a layer that another may take; the rest of it stays closed.
const QMap<QString, Words> &valuesOnly() {
  static const QMap<QString, Words> table{
      {QStringLiteral("models/audit"), words("audit/record.h audit/run.h")},
      {QStringLiteral("models/operations"), words("operations/operation.h operations/joboption.h")},
      {QStringLiteral("audit/bull"), words("bull/job.h bull/queue.h bull/jobstate.h")},
      {QStringLiteral("demo/redis"), words("redis/session.h redis/command.h redis/connection.h "
                                           "redis/endpoint.h redis/transport.h redis/reply.h")},
  };
  return table;
}

struct Source {
  QString path; ///< below the repository
  QStringList lines;

  QString layer() const { return path.section(u'/', 1, 1); }
  bool isUi() const { return path.startsWith(u"ui/"); }
};

std::vector<Source> sourcesBelow(const QStringList &folders, const QStringList &patterns) {
  std::vector<Source> out;
  const QDir top(QStringLiteral(OXP_SOURCE_DIR));
  for (const QString &folder : folders) {
    QDirIterator files(top.filePath(folder), patterns, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString path = files.next();
      if (path.contains(u"/node_modules/"))
        continue;
      QFile file(path);
      if (file.open(QIODevice::ReadOnly))
        out.push_back({top.relativeFilePath(path), QString::fromUtf8(file.readAll()).split(u'\n')});
    }
  }
  return out;
}

std::vector<Source> codeBelow(const QStringList &folders) {
  return sourcesBelow(folders, {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

QStringList includesOf(const Source &source) {
  static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include \"([^\"]+)\""));
  QStringList out;
  for (const QString &line : source.lines)
    if (const auto match = include.match(line); match.hasMatch())
      out.append(match.captured(1));
  return out;
}

/// The empty text, or what is wrong with an include.
QString judgeForUi(const QString &header) {
  const QString layer = header.section(u'/', 0, 0);
  if (layer == u"ui" || uiLayers().contains(layer) || uiHeaders().contains(header))
    return {};
  return QStringLiteral("ui may not take %1").arg(header);
}

QString judgeForLayer(const QString &from, const QString &header) {
  const QString to = header.section(u'/', 0, 0);
  if (to == from)
    return {};
  if (!layers().value(from).contains(to))
    return QStringLiteral("%1 may not include %2").arg(from, to);
  const auto values = valuesOnly().constFind(from + u'/' + to);
  if (values != valuesOnly().cend() && !values->contains(header))
    return QStringLiteral("%1 may take only values from %2").arg(from, to);
  return {};
}

/// A line without its comment; string literals are not looked into.
QString codeOf(const QString &line) {
  const qsizetype comment = line.indexOf(u"//");
  return comment < 0 ? line : line.left(comment);
}

} // namespace

class TestArch : public QObject {
  Q_OBJECT

private slots:
  void everyFolderIsAKnownLayer();
  void layersIncludeWhatTheyMay();
  void coreKnowsNoWindow();
  void anOperationIsKnownInItsFileAlone();
  void nothingBlocksTheWindow();
  void everyFileNamesItsLicence();
  void headersAreIncludedOnce();
  void nothingNamesAMachine();
  void theJudgesCanFail();

private:
  static void report(const QStringList &faults) {
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
  }
};

void TestArch::everyFolderIsAKnownLayer() {
  const QDir app(QStringLiteral(OXP_SOURCE_DIR "/app"));
  for (const QString &folder : app.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
    QVERIFY2(layers().contains(folder), qPrintable(folder));
}

void TestArch::layersIncludeWhatTheyMay() {
  QStringList faults;
  const std::vector<Source> all = codeBelow({QStringLiteral("app"), QStringLiteral("ui")});
  QVERIFY(all.size() > 100);
  for (const Source &source : all)
    for (const QString &header : includesOf(source)) {
      const QString fault = source.isUi() ? judgeForUi(header) : judgeForLayer(source.layer(), header);
      if (!fault.isEmpty())
        faults.append(source.path + u": "_s + fault + u" ("_s + header + u')');
    }
  report(faults);
}

/// What menus, policies, records and receipts need of an operation its spec says. Adding one touches its own
/// file and a line of the catalogue.
void TestArch::anOperationIsKnownInItsFileAlone() {
  static const QRegularExpression given(QStringLiteral("spec\\.id = (\"[a-zA-Z.]+\")"));
  const std::vector<Source> all = codeBelow({QStringLiteral("app"), QStringLiteral("ui")});
  QMap<QString, QString> ids; // with the quotes; the file that gives it
  for (const Source &source : all)
    for (const QString &line : source.lines)
      if (const auto match = given.match(line); match.hasMatch())
        ids.insert(match.captured(1), source.path);
  QVERIFY(ids.size() >= 6);
  QStringList faults;
  for (const Source &source : all)
    for (const QString &line : source.lines)
      for (auto id = ids.cbegin(); id != ids.cend(); ++id)
        if (source.path != id.value() && codeOf(line).contains(id.key()))
          faults.append(source.path + u": "_s + line.trimmed());
  report(faults);
}

/// Also held by the build without a window; this names the line.
void TestArch::coreKnowsNoWindow() {
  static const QRegularExpression gui(QStringLiteral(
      "#include <(Q(Widget|Application|GuiApplication|Color|Font|Icon|Painter|Pixmap|Image|Action|Dialog|"
      "Clipboard|Palette)\\b|QtGui|QtWidgets|Qsci)"));
  QStringList faults;
  for (const Source &source : codeBelow({QStringLiteral("app")}))
    for (const QString &line : source.lines)
      if (gui.match(line).hasMatch())
        faults.append(source.path + u": "_s + line.trimmed());
  report(faults);
}

/// No nested event loop and no waiting, but in the transports of redis, which live on lanes.
void TestArch::nothingBlocksTheWindow() {
  static const QRegularExpression blocking(QStringLiteral(
      "\\b(processEvents|QEventLoop|waitFor[A-Z]\\w*|msleep|usleep|sleep_for|sleep_until)\\b"));
  // exec() of a dialog, menu or drag is an event loop in disguise; only SQL and main() have one of their own.
  static const QRegularExpression exec(QStringLiteral("(\\.|->)exec\\("));
  QStringList faults;
  for (const Source &source : codeBelow({QStringLiteral("app"), QStringLiteral("ui")}))
    for (const QString &line : source.lines) {
      const QString code = codeOf(line);
      const bool sql = source.path.startsWith(u"app/audit/");
      if (blocking.match(code).hasMatch() || (!sql && exec.match(code).hasMatch()))
        faults.append(source.path + u": "_s + line.trimmed());
    }
  report(faults);
}

void TestArch::everyFileNamesItsLicence() {
  QStringList faults;
  for (const Source &source : sourcesBelow(
           {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests"), QStringLiteral("packaging"),
            QStringLiteral("resources"), QStringLiteral("translations"), QStringLiteral(".ci")},
           {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("CMakeLists.txt"),
            QStringLiteral("*.cmake"), QStringLiteral("*.mjs"), QStringLiteral("*.lua"),
            QStringLiteral("*.sh"), QStringLiteral("run"), QStringLiteral("test"),
            QStringLiteral("check")})) {
    const QString head = source.lines.mid(0, 6).join(u'\n');
    if (!head.contains(u"SPDX-"
                       "FileCopyrightText") ||
        !head.contains(u"SPDX-"
                       "License-Identifier: GPL-3.0-or-later"))
      faults.append(source.path);
  }
  report(faults);
}

void TestArch::headersAreIncludedOnce() {
  QStringList faults;
  for (const Source &source : sourcesBelow(
           {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")}, {QStringLiteral("*.h")}))
    if (!source.lines.contains(QStringLiteral("#pragma once")))
      faults.append(source.path);
  report(faults);
}

/// A path that only one machine has.
void TestArch::nothingNamesAMachine() {
  static const QRegularExpression machine(QStringLiteral("(^|[\"'\\s=(])/(work|root|home|Users|mnt)/\\w"));
  QStringList faults;
  for (const Source &source :
       sourcesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("packaging"),
                     QStringLiteral("resources"), QStringLiteral("translations"), QStringLiteral(".ci")},
                    {QStringLiteral("*")}))
    for (const QString &line : source.lines)
      if (machine.match(line).hasMatch())
        faults.append(source.path + u": "_s + line.trimmed().left(100));
  report(faults);
}

void TestArch::theJudgesCanFail() {
  QVERIFY(judgeForLayer(QStringLiteral("models"), QStringLiteral("bull/job.h")).isEmpty());
  QVERIFY(!judgeForLayer(QStringLiteral("models"), QStringLiteral("redis/session.h")).isEmpty());
  QVERIFY(!judgeForLayer(QStringLiteral("models"), QStringLiteral("audit/auditstore.h")).isEmpty());
  QVERIFY(!judgeForLayer(QStringLiteral("json"), QStringLiteral("bull/job.h")).isEmpty());
  QVERIFY(!judgeForUi(QStringLiteral("redis/session.h")).isEmpty());
  QVERIFY(!judgeForUi(QStringLiteral("operations/operationrunner.h")).isEmpty());
  QVERIFY(!judgeForUi(QStringLiteral("bullio/reader.h")).isEmpty());
  QVERIFY(judgeForUi(QStringLiteral("operations/operation.h")).isEmpty());
  const Source source{QStringLiteral("app/x.cpp"),
                      {QStringLiteral("#include \"json/scanner.h\""), QString()}};
  QCOMPARE(includesOf(source), QStringList{QStringLiteral("json/scanner.h")});
}

QTEST_APPLESS_MAIN(TestArch)
#include "tst_arch.moc"
