// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/scanwalk.h"
#include "redis/readpartner.h"
#include "redis/readstream.h"

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <variant>
#include <vector>

namespace oxp {

/// A test on the server that sorts out jobs before anything of them is read (searchSlice.lua).
struct ScanSieve {
  QByteArray lua;  ///< empty = none
  QByteArray test; ///< search::Prefilter as JSON
};

/// Which jobs of one state are read (or which of a list), and what of each.
struct ScanRequest {
  QueueId queue;
  JobState state = JobState::Waiting;
  std::vector<QByteArray> fields; ///< of the job's hash; none = only ids
  bool whole =
      false; ///< asks for all of the hash: quicker where many fields are wanted and few more are there
  bool size = false;                     ///< the length of data too
  bool scores = false;                   ///< of sorted sets; with bounds they are read in any case
  qint64 limit = -1;                     ///< jobs, from the newest (or next due) on; -1 = all
  QByteArray min = "-inf", max = "+inf"; ///< bounds of the score, as ZRANGEBYSCORE takes them

  /// These instead of a state's, in this order, each once for each time it is named; then `state`, `scores`,
  /// `limit` and the bounds say nothing.
  std::optional<std::vector<QByteArray>> only;

  ScanSieve sieve;
};

/// One job on its way by. Views live until the call returns.
struct ScannedJob {
  const QByteArray &id;
  QByteArrayView score;
  std::span<const QByteArrayView> fields; ///< as asked for; null (not empty) = the hash has no such field
  qint64 size = -1;
};

struct ScanReport {
  qint64 looked = 0; ///< jobs read; some may have been read twice
  qint64 total = 0;  ///< jobs in the state (within the bounds) at the start
  bool lostTrack =
      false; ///< the order moved faster than it could be read: some jobs may have been passed over
  bool stoppedEarly = false; ///< by the visitor
};

/// Reads many jobs of a state in slices, the next slices asked for while one is looked at. No other client
/// of the server waits long, and its memory is not filled with replies: slices are small, and where payloads
/// may be large their sizes are asked first (of one job in eight, of one in 32 while all are alike, and of
/// all when one of those is large), so that what is on its way is bounded. Jobs that stay in the state are
/// never missed; one that moves may be met twice. A given list is read as it is. Lane thread.
class JobScan {
public:
  static constexpr qint64 SliceJobs = 128;         ///< jobs read at a time, at most
  static constexpr qint64 SliceBytes = 64 * 1'024; ///< of replies, aimed at: what a server writes in one go
  static constexpr qint64 MostBytes = 4 * 1'024 * 1'024;    ///< on their way; a larger job comes alone
  static constexpr size_t SampleEvery = 8, SampleCalm = 32; ///< jobs, of which one is measured
  static constexpr qint64 SmallBytes = 16 * 1'024;          ///< a sample up to this tells nothing alarming
  static constexpr int SieveMs = 2;                         ///< of the server's time, in one go
  static constexpr qint64 SieveJobs = 256;
  static constexpr qint64 SieveLargest = 32 * 1'024; ///< bytes; larger payloads are looked at here

  /// False ends the scan.
  using Visit = std::function<bool(const ScannedJob &)>;
  /// After each slice; `looked` and `total` move on.
  using Tell = std::function<void(const ScanReport &)>;
  using Extra = std::function<Result<void>(const FlatReplies &)>;

  /// The session's partner, when it has one, reads about half of the slices.
  JobScan(ReadSession &session, ScanRequest request, std::stop_token stop);
  ~JobScan();

  /// The report; Denied when the user may not read the state or its jobs.
  Result<ScanReport> run(const Visit &visit, const Tell &tell = {});
  /// From inside `visit` or `tell`: another batch that goes out with the next slices.
  void also(ReadBatch batch, Extra take);

private:
  using Jobs = std::vector<ScanId>;
  using Queue = std::deque<ScanId>;
  struct Range {};
  struct Measure {
    Jobs jobs;
    size_t every = 1;
  };
  struct Sift {
    Jobs jobs;
  };
  struct Slice {
    Jobs jobs;
    qint64 bytes = 0; ///< that are expected
    bool byPartner = false;
  };
  struct Asked {
    std::variant<Range, Measure, Sift, Slice, Extra> what;
    bool received = false;
    FlatReplies replies = {};
    bool isPartners() const {
      const auto *slice = std::get_if<Slice>(&what);
      return slice && slice->byPartner;
    }
  };

  Result<void> begin();
  Result<void> fill();
  Result<bool> askNext();
  Result<void> receiveOne();
  Result<void> receive(Asked &asked);
  Result<void> takeOldest(const Visit &visit, const Tell &tell);
  Result<void> send(Asked asked);

  Result<void> askRange();
  Result<void> askMeasure(Queue &from, size_t every);
  Result<void> askSift();
  Result<void> askSlice();
  void takeMeasure(Measure measure);
  Result<void> takeSift(Jobs jobs);
  Result<void> takeSlice(const Slice &slice, const Visit &visit);
  void takeHash(size_t first, size_t pairs);
  Result<size_t> takeFields(size_t at);
  void learnSize(size_t jobs);
  void leaveRest();

  Slice cutSlice();
  bool wantsRange() const;
  bool sieves() const { return !m_request.sieve.lua.isEmpty(); }
  bool mayBeLarge() const { return !m_largeShapes.empty(); }
  qint64 bytesOf(const ScanId &job) const { return job.size >= 0 ? job.size : qint64(m_jobBytes); }
  size_t depth() const;
  qint64 rangeIds() const;

  ReadSession &m_session;
  ScanRequest m_request;
  std::stop_token m_stop;
  ReadStream m_stream;
  ReadPartner *m_partner;
  ReadShape m_jobShape, m_sizeShape;
  std::vector<ReadShape> m_largeShapes; ///< HSTRLEN of each field that may be large
  QByteArray m_base;                    ///< key of a job without its id
  std::optional<ScanWalk> m_walk;
  Queue m_found;  ///< their ids are known
  Queue m_passed; ///< to be measured, each of them
  Queue m_ready;  ///< to be read
  std::deque<Asked> m_asked;
  std::deque<std::pair<ReadBatch, Extra>> m_extras;
  ReadBatch m_batch;
  FlatReplies m_replies;
  std::vector<QByteArrayView> m_fields;
  std::vector<size_t> m_order; ///< of a whole hash: which field the last job had at each place
  ScanReport m_report;
  double m_jobBytes = 1'024; ///< an average that forgets
  size_t m_sampleEvery = SampleEvery;
  double m_siftJobs = 64;   ///< jobs that the sieve deals with in its time
  qint64 m_bytesAsked = 0;  ///< of the slices on their way
  size_t m_sifting = 0;     ///< batches
  qint64 m_measuring = 0;   ///< jobs
  size_t m_withServer = 0;  ///< batches whose replies have not come
  size_t m_withPartner = 0; ///< of them, its slices
  bool m_rangeAsked = false;
  bool m_done = false;
};

} // namespace oxp
