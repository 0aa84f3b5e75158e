// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "base/certificateproblem.h"
#include "base/refusal.h"
#include "models/format.h"
#include "ui/tlserrorrows.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace oxp {
namespace {

constexpr qsizetype LongestWords = 300; // of a server, in a sentence of ours

QString say(const char *source) {
  return source && *source ? QCoreApplication::translate("ErrorText", source) : QString();
}

// The server's own first words.
constexpr std::array ServerRows = {
    CodeRow{"OOM",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis has no memory left and refuses writes."),
             QT_TRANSLATE_NOOP("ErrorText", "Free memory there or raise maxmemory, then try again.")}},
    CodeRow{"READONLY",
            {QT_TRANSLATE_NOOP("ErrorText", "This Redis is a read-only replica."),
             QT_TRANSLATE_NOOP("ErrorText", "Connect to the primary to change jobs.")}},
    CodeRow{"MISCONF",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis cannot save to its disk and refuses writes."),
             QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server has to look at its disk.")}},
    CodeRow{"BUSY",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis is busy with a long script."),
             QT_TRANSLATE_NOOP("ErrorText", "Wait until it has ended, then try again.")}},
    CodeRow{"LOADING",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis is still loading its data."),
             QT_TRANSLATE_NOOP("ErrorText", "Try again when it is ready.")}},
    CodeRow{
        "NOPERM",
        {QT_TRANSLATE_NOOP("ErrorText", "The Redis user may not do this."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask for the rights that README.md lists, or use another user.")}},
    CodeRow{"CROSSSLOT",
            {QT_TRANSLATE_NOOP("ErrorText", "The keys of this queue lie on different cluster nodes."),
             QT_TRANSLATE_NOOP("ErrorText", "Such a queue can only be read; give it a hash tag.")}},
    CodeRow{"MOVED",
            {QT_TRANSLATE_NOOP("ErrorText", "This queue lies on another node of the cluster."),
             QT_TRANSLATE_NOOP("ErrorText", "Connect to the node that holds it.")}},
    CodeRow{
        "WRONGTYPE",
        {QT_TRANSLATE_NOOP("ErrorText", "A key of this queue holds something that BullMQ does not write."),
         QT_TRANSLATE_NOOP("ErrorText", "Look at the key with redis-cli.")}},
    CodeRow{"DENIED",
            {QT_TRANSLATE_NOOP(
                 "ErrorText", "Redis is in protected mode: it has no password and takes connections from its "
                              "own machine only."),
             QT_TRANSLATE_NOOP("ErrorText",
                               "Whoever runs the server sets a password, or connect through a tunnel.")}},
    CodeRow{"NOSCRIPT",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis does not keep the script that is needed."),
             QT_TRANSLATE_NOOP("ErrorText", "Try again.")}},
    CodeRow{"EXECABORT",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis refused the transaction."),
             QT_TRANSLATE_NOOP("ErrorText", "Try again.")}},
    CodeRow{"NOREPLICAS",
            {QT_TRANSLATE_NOOP("ErrorText", "Redis has too few replicas and refuses writes."),
             QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server has to look at its replicas.")}},
    CodeRow{"MASTERDOWN",
            {QT_TRANSLATE_NOOP("ErrorText", "This replica has lost its primary."),
             QT_TRANSLATE_NOOP("ErrorText", "Connect to the primary to change jobs.")}},
    CodeRow{"CLUSTERDOWN",
            {QT_TRANSLATE_NOOP("ErrorText", "The cluster is down."),
             QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server has to look at its nodes.")}},
};

// Why a connection does not come about.
constexpr std::array WayRows = {
    CodeRow{"HOSTNAME",
            {QT_TRANSLATE_NOOP("ErrorText", "The name of the server does not resolve to an address."),
             QT_TRANSLATE_NOOP("ErrorText",
                               "Check its spelling, and whether it is known in this network (VPN).")}},
    CodeRow{
        "NO-WAY",
        {QT_TRANSLATE_NOOP("ErrorText", "This machine has no way to that address."),
         QT_TRANSLATE_NOOP("ErrorText",
                           "Check the network or VPN; for an IPv6 address this machine needs IPv6 itself.")}},
};

// Short ids of our own: what the operations and the policy refuse with.
constexpr std::array OwnRows = {
    CodeRow{"locked",
            {QT_TRANSLATE_NOOP("ErrorText", "A worker is running this job and holds its lock."),
             QT_TRANSLATE_NOOP("ErrorText", "Wait until it has ended, then try again.")}},
    CodeRow{"scheduler-job",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "This is the next job of a scheduler; without it the scheduler stops."),
             QT_TRANSLATE_NOOP("ErrorText", "Remove the scheduler instead.")}},
    CodeRow{"other-job",
            {QT_TRANSLATE_NOOP("ErrorText", "Another job bears this id now; the one you opened is gone."),
             QT_TRANSLATE_NOOP("ErrorText", "Your text is kept as a draft.")}},
    CodeRow{"options-changed",
            {QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed the options of this job meanwhile."),
             QT_TRANSLATE_NOOP("ErrorText", "Look at them again and decide anew.")}},
    CodeRow{"bad-option",
            {QT_TRANSLATE_NOOP("ErrorText", "One of the options may not be set so."),
             QT_TRANSLATE_NOOP("ErrorText", "The Options tab says which are offered.")}},
    CodeRow{"nothing-to-save",
            {QT_TRANSLATE_NOOP("ErrorText", "There is nothing to save: the data are as they were."), ""}},
    CodeRow{"viewer",
            {QT_TRANSLATE_NOOP("ErrorText", "This connection is for viewing only."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose the role Operator in Connections to change jobs.")}},
    CodeRow{"queue-read-only",
            {QT_TRANSLATE_NOOP("ErrorText", "This queue can only be read with Oxpecker."), ""}},
    CodeRow{
        "paused-list-mixed",
        {QT_TRANSLATE_NOOP("ErrorText",
                           "The queue is paused and jobs wait in two lists; this would lose some of them."),
         QT_TRANSLATE_NOOP("ErrorText", "Use Resume queue first: it merges both lists in the right order.")}},
    CodeRow{"consent-expired",
            {QT_TRANSLATE_NOOP("ErrorText", "The confirmation is older than five minutes."),
             QT_TRANSLATE_NOOP("ErrorText", "Confirm once more.")}},
    CodeRow{"now-running",
            {QT_TRANSLATE_NOOP("ErrorText", "A worker has taken this job meanwhile."),
             QT_TRANSLATE_NOOP("ErrorText", "Save again and confirm that the job is running.")}},
    CodeRow{"moved",
            {QT_TRANSLATE_NOOP("ErrorText", "The job has moved to another state meanwhile."),
             QT_TRANSLATE_NOOP("ErrorText", "Look at it again and decide anew.")}},
    CodeRow{"other-state", {QT_TRANSLATE_NOOP("ErrorText", "This is not possible in the job's state."), ""}},
    CodeRow{"keeps-moving",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "Other fields of this job change all the time, so it could not be saved."),
             QT_TRANSLATE_NOOP("ErrorText", "Try again when it is quieter.")}},
    CodeRow{
        "not-json",
        {QT_TRANSLATE_NOOP("ErrorText", "The data are not valid JSON, so no worker could read them."), ""}},
    CodeRow{"folder-missing",
            {QT_TRANSLATE_NOOP("ErrorText", "The folder for the file is not there."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another one.")}},
    CodeRow{"file-denied",
            {QT_TRANSLATE_NOOP("ErrorText", "You may not write to that folder."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another one.")}},
    CodeRow{"disk-full",
            {QT_TRANSLATE_NOOP("ErrorText", "The disk is full."),
             QT_TRANSLATE_NOOP("ErrorText", "Make room there, or choose another folder.")}},
    CodeRow{"changed-since",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "The same places have been changed since, so this cannot be taken back."),
             QT_TRANSLATE_NOOP("ErrorText", "Compare both versions and edit by hand.")}},
    CodeRow{"left-out",
            {QT_TRANSLATE_NOOP("ErrorText", "The record does not hold all that was there before."), ""}},
    CodeRow{"not-revertible",
            {QT_TRANSLATE_NOOP("ErrorText", "Only an edit that was written can be taken back."), ""}},
    CodeRow{"newer",
            {QT_TRANSLATE_NOOP("ErrorText", "This queue is written by a newer release than Oxpecker knows."),
             QT_TRANSLATE_NOOP("ErrorText", "It can be read; an update of Oxpecker may bring the rest.")}},
    CodeRow{"unsure-family",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "More than one release of BullMQ may have written this queue, and each "
                               "does this in its own way."),
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Oxpecker can tell as soon as a program with BullMQ 5.20 or newer has opened the queue.")}},
    CodeRow{"unknown-family",
            {QT_TRANSLATE_NOOP("ErrorText", "This queue is of a library that Oxpecker does not know."),
             QT_TRANSLATE_NOOP("ErrorText", "It can be read.")}},
    CodeRow{
        "audit-unavailable",
        {QT_TRANSLATE_NOOP("ErrorText", "The local record of changes cannot be written, so writing is off."),
         QT_TRANSLATE_NOOP("ErrorText", "Check the disk and the rights of the data folder.")}},
    CodeRow{"no-consent",
            {QT_TRANSLATE_NOOP("ErrorText", "This has to be confirmed first."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again and confirm.")}},
    CodeRow{"other-consent",
            {QT_TRANSLATE_NOOP("ErrorText", "Something else was confirmed than what would be written."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again and confirm.")}},
    CodeRow{"no-running-tick",
            {QT_TRANSLATE_NOOP("ErrorText", "A worker is running this job, and that was not confirmed."),
             QT_TRANSLATE_NOOP("ErrorText", "Save again and confirm that the job is running.")}},
    CodeRow{"no-tick",
            {QT_TRANSLATE_NOOP("ErrorText", "Something that has to be ticked was not."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again and confirm.")}},
    CodeRow{"no-reason",
            {QT_TRANSLATE_NOOP("ErrorText", "A reason has to be given for this."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again and give one.")}},
    CodeRow{"no-authentication",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "The rules want you to prove who you are first, and Oxpecker cannot ask for "
                               "that yet."),
             ""}},
    CodeRow{"no-approval",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "The rules want a second person to agree first, and Oxpecker cannot ask for "
                               "that yet."),
             ""}},
    CodeRow{"typed-differs",
            {QT_TRANSLATE_NOOP("ErrorText", "Another text was typed than was asked for."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again and confirm.")}},
    CodeRow{"splices-differ",
            {QT_TRANSLATE_NOOP("ErrorText", "What would be written is not what was reviewed."),
             QT_TRANSLATE_NOOP("ErrorText", "Your text is kept; please report this.")}},
    CodeRow{"no-baseline",
            {QT_TRANSLATE_NOOP("ErrorText", "What the edit is based on is not known."),
             QT_TRANSLATE_NOOP("ErrorText", "Load the job again.")}},
    CodeRow{"no-script",
            {QT_TRANSLATE_NOOP("ErrorText", "This release of the library has no script for that."), ""}},
    CodeRow{
        "no-eval",
        {QT_TRANSLATE_NOOP("ErrorText",
                           "This needs a script, and the server runs none for Oxpecker (EVAL is refused)."),
         QT_TRANSLATE_NOOP("ErrorText", "Allow EVAL and EVALSHA. Saving data works without them.")}},
    CodeRow{
        "reply-bound",
        {QT_TRANSLATE_NOOP("ErrorText", "The server sent more than was asked for."),
         QT_TRANSLATE_NOOP("ErrorText", "That connection was closed. Check host and port in Connections.")}},
    CodeRow{"replies-together",
            {QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "What was asked for is more than Oxpecker reads at once (1 GiB for a page of jobs)."),
             QT_TRANSLATE_NOOP("ErrorText",
                               "Hide the columns with the long values, such as Error and Progress, or "
                               "open the jobs one by one.")}},
    CodeRow{"no-multi",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "This needs a transaction, and the server allows none (MULTI is refused)."),
             QT_TRANSLATE_NOOP("ErrorText", "Allow MULTI and EXEC, or EVAL and EVALSHA.")}},
    CodeRow{"script-keys",
            {QT_TRANSLATE_NOOP("ErrorText", "The script of this release wants other keys than are known."),
             QT_TRANSLATE_NOOP("ErrorText", "Please report this.")}},
    CodeRow{"gone",
            {QT_TRANSLATE_NOOP("ErrorText", "The job is gone."),
             QT_TRANSLATE_NOOP("ErrorText", "It was removed, or has run and was cleaned up.")}},
    CodeRow{"syntax",
            {QT_TRANSLATE_NOOP("ErrorText", "The text is not valid JSON yet."),
             QT_TRANSLATE_NOOP("ErrorText", "The caret stands where reading it ends.")}},
    CodeRow{"not-utf8", {QT_TRANSLATE_NOOP("ErrorText", "The data are not text in UTF-8."), ""}},
};

constexpr const char *LooksAgain = QT_TRANSLATE_NOOP("ErrorText", "Oxpecker is looking again and will tell.");

// What cut a write off whose outcome is unknown: the name of the kind of error that it was.
constexpr std::array UnknownRows = {
    CodeRow{"Timeout",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "Redis did not answer in time; whether the write arrived is not known yet."),
             LooksAgain}},
    CodeRow{
        "Protocol",
        {QT_TRANSLATE_NOOP(
             "ErrorText",
             "What the server answered to the write makes no sense; whether it arrived is not known yet."),
         LooksAgain}},
    CodeRow{"Server",
            {QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Redis broke the write off with an error; whether it was carried out is not known yet."),
             LooksAgain}},
    CodeRow{"Cancelled",
            {QT_TRANSLATE_NOOP("ErrorText",
                               "It was cancelled while it was written; whether it arrived is not known yet."),
             LooksAgain}},
};

// The same errors while nothing but connecting is on: that is tried again by itself.
constexpr const char *TriesAgain = QT_TRANSLATE_NOOP("ErrorText", "Oxpecker tries again by itself.");

template <typename Rows>
const CodeRow *findIn(const Rows &rows, const QByteArray &code) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const CodeRow &row) { return code == row.code; });
  return found == rows.end() ? nullptr : &*found;
}

/// A pin that does not fit any more says more than what else may be wrong.
const CodeRow *findTlsRow(const Error &error) {
  const bool changed = error.certificate && error.certificate->pinned;
  return findIn(TlsRows, changed ? QByteArrayLiteral("CHANGED-PIN") : error.code);
}

const CodeRow *findRow(const Error &error) {
  if (error.kind == ErrorKind::Tls)
    return findTlsRow(error);
  if (error.kind == ErrorKind::OutcomeUnknown)
    return findIn(UnknownRows, error.code);
  if (const CodeRow *row = findIn(ServerRows, error.code))
    return row;
  const CodeRow *way = findIn(WayRows, error.code);
  return way ? way : findIn(OwnRows, error.code);
}

Sentence sentenceFor(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::Cancelled:
    return {QT_TRANSLATE_NOOP("ErrorText", "Cancelled."), ""};
  case ErrorKind::Timeout:
    return {QT_TRANSLATE_NOOP("ErrorText", "Redis did not answer in time."),
            QT_TRANSLATE_NOOP("ErrorText", "Oxpecker connects anew by itself; then try again.")};
  case ErrorKind::Disconnected:
    return {QT_TRANSLATE_NOOP("ErrorText", "The server cannot be reached."),
            QT_TRANSLATE_NOOP("ErrorText", "Oxpecker connects anew by itself; then try again.")};
  case ErrorKind::Tls:
    return {QT_TRANSLATE_NOOP("ErrorText", "The encrypted connection could not be made."),
            QT_TRANSLATE_NOOP("ErrorText", "Whoever runs the server can see why in its log.")};
  case ErrorKind::Auth:
    return {QT_TRANSLATE_NOOP("ErrorText", "Redis refuses the user or the password."),
            QT_TRANSLATE_NOOP("ErrorText", "Enter them again in Connections.")};
  case ErrorKind::Protocol:
    return {QT_TRANSLATE_NOOP("ErrorText", "The server answers, but not as a Redis does."),
            QT_TRANSLATE_NOOP("ErrorText", "Check host and port in Connections.")};
  case ErrorKind::Server:
    return {QT_TRANSLATE_NOOP("ErrorText", "Redis refused the command."), ""};
  case ErrorKind::NotFound:
    return {QT_TRANSLATE_NOOP("ErrorText", "The job is gone."),
            QT_TRANSLATE_NOOP("ErrorText", "It was removed, or has run and was cleaned up.")};
  case ErrorKind::WrongState:
    return {QT_TRANSLATE_NOOP("ErrorText", "The job has moved to another state meanwhile."),
            QT_TRANSLATE_NOOP("ErrorText", "Look at it again and decide anew.")};
  case ErrorKind::Conflict:
    return {QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed this job meanwhile."),
            QT_TRANSLATE_NOOP("ErrorText", "Compare both versions.")};
  case ErrorKind::Invalid:
    return {QT_TRANSLATE_NOOP("ErrorText", "The input is not valid."), ""};
  case ErrorKind::Denied:
    return {QT_TRANSLATE_NOOP("ErrorText", "This is not allowed here."), ""};
  case ErrorKind::AuditUnavailable:
    return {
        QT_TRANSLATE_NOOP("ErrorText", "The local record of changes cannot be written, so writing is off."),
        QT_TRANSLATE_NOOP("ErrorText", "Check the disk and the rights of the data folder.")};
  case ErrorKind::OutcomeUnknown: // by what cut it off: UnknownRows
    return {QT_TRANSLATE_NOOP("ErrorText",
                              "The connection broke while writing; whether it arrived is not known yet."),
            LooksAgain};
  case ErrorKind::Unsupported:
    return {QT_TRANSLATE_NOOP("ErrorText", "This server or this version of the queue cannot do it."), ""};
  case ErrorKind::File:
    return {QT_TRANSLATE_NOOP("ErrorText", "The file could not be written."), ""};
  }
  return {"", ""};
}

/// True because the runner sees to it: once bytes of a write are out, every failure that does not prove that
/// nothing was done comes as OutcomeUnknown.
const char *effectOf(const Error &error, Doing doing) {
  const bool unknown = error.kind == ErrorKind::OutcomeUnknown;
  switch (doing) {
  case Doing::Writing:
    return unknown ? "" : QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed.");
  case Doing::SavingToRetry:
    return unknown ? QT_TRANSLATE_NOOP("ErrorText", "The job was not retried.")
                   : QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed, and the job was not retried.");
  case Doing::RetryingSaved:
    return unknown ? QT_TRANSLATE_NOOP("ErrorText", "Your changes are saved.")
                   : QT_TRANSLATE_NOOP("ErrorText", "Your changes are saved, and the job was not retried.");
  default:
    return "";
  }
}

/// What to do in the very dialog that one looks at, and nothing is tried again there by itself.
const char *testingRemedy(ErrorKind kind) {
  switch (kind) {
  case ErrorKind::Auth:
    return QT_TRANSLATE_NOOP("ErrorText", "Check the user and the password above.");
  case ErrorKind::Disconnected:
    return QT_TRANSLATE_NOOP("ErrorText", "Check host and port, or the socket, and that Redis runs there.");
  case ErrorKind::Timeout:
    return QT_TRANSLATE_NOOP("ErrorText", "Check host and port; a firewall may stand between.");
  case ErrorKind::Protocol:
    return QT_TRANSLATE_NOOP("ErrorText", "Check host and port.");
  default:
    return nullptr;
  }
}

const char *connectingRemedy(const Error &error) {
  if (error.kind == ErrorKind::OutcomeUnknown || findIn(WayRows, error.code))
    return nullptr;
  if (error.code == "LOADING" || error.kind == ErrorKind::Timeout)
    return TriesAgain;
  if (error.kind == ErrorKind::Disconnected)
    return QT_TRANSLATE_NOOP("ErrorText", "Oxpecker tries again by itself; Reconnect now does it at once.");
  return nullptr;
}

/// The remedy that is another one for what is being done; null for none.
const char *remedyFor(const Error &error, Doing doing, bool ownRow) {
  if (doing == Doing::Connecting)
    return connectingRemedy(error);
  return doing == Doing::Testing && !ownRow ? testingRemedy(error.kind) : nullptr;
}

} // namespace

QString ErrorText::oneLine() const {
  QStringList parts{headline, effect, remedy};
  parts.removeAll(QString());
  return parts.join(u' ');
}

ErrorText errorText(const Error &error, Doing doing) {
  const CodeRow *row = findRow(error);
  const Sentence sentence = row ? row->sentence : sentenceFor(error.kind);
  ErrorText text{say(sentence.headline), say(effectOf(error, doing)), say(sentence.remedy)};
  if (const QByteArray command = refusedCommand(error); !command.isEmpty())
    text.headline = QCoreApplication::translate("ErrorText", "The Redis user may not send %1.")
                        .arg(QString::fromLatin1(command));
  if (error.kind == ErrorKind::Invalid && error.code == "line") // a whole sentence already
    text.headline = format::bounded(error.detail, LongestWords);
  if (const QString primary = primaryOf(error); !primary.isEmpty())
    text.remedy = QCoreApplication::translate("ErrorText", "Connect to its primary, %1, to change jobs.")
                      .arg(format::bounded(primary, LongestWords));
  if (error.code == "HOSTNAME" && error.detail.contains(u": "))
    text.headline = QCoreApplication::translate("ErrorText", "The name %1 does not resolve to an address.")
                        .arg(format::bounded(error.detail.section(u": "_qs, 0, 0), LongestWords));
  if (const char *remedy = remedyFor(error, doing, row))
    text.remedy = say(remedy);
  // The server's (or the system's) own words help where no sentence of ours knows the code.
  const bool othersWords = error.kind == ErrorKind::Server || error.kind == ErrorKind::Unsupported ||
                           error.kind == ErrorKind::File || error.kind == ErrorKind::Tls;
  // Who does not speak as a Redis does is named, with what it sent; and so is a file of this machine.
  const bool badFile = error.kind == ErrorKind::Tls && error.code.endsWith("-FILE");
  const bool nonsense = error.kind == ErrorKind::Protocol && error.code != "replies-together";
  const bool named = nonsense || badFile;
  if (((!row && othersWords) || named) && !error.detail.isEmpty())
    text.headline += u' ' + format::bounded(error.detail, LongestWords);
  return text;
}

} // namespace oxp
