package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.PrintJobRepository.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** {@code print_jobs}. */
public interface PrintJobMapper {
    @Insert(
            """
            INSERT INTO print_jobs (id, transaction_id, kind, document, attempts, last_error, createdAt)
            VALUES (#{job.id}, #{job.transactionId}, #{job.kind}, #{job.document}, #{job.attempts}, #{job.lastError},
                    #{at})
            """)
    void insert(@Param("job") Job job, @Param("at") Instant createdAt);

    @Select(
            """
            SELECT id, transaction_id, kind, document, attempts, last_error, createdAt
            FROM print_jobs INDEXED BY print_jobs_waiting
            WHERE state = 'waiting'
            ORDER BY position
            LIMIT #{limit}
            """)
    List<Job> waiting(@Param("limit") int limit);

    @Select("SELECT COUNT(*) FROM print_jobs INDEXED BY print_jobs_waiting WHERE state = 'waiting'")
    long countWaiting();

    @Update("UPDATE print_jobs SET attempts = attempts + 1, started_at = #{at} WHERE id = #{id} AND state = 'waiting'")
    int start(@Param("id") String id, @Param("at") Instant at);

    @Update("UPDATE print_jobs SET last_error = #{error} WHERE id = #{id} AND state = 'waiting'")
    int fail(@Param("id") String id, @Param("error") String error);

    @Update(
            """
            UPDATE print_jobs SET attempts = max(attempts - 1, 0), last_error = #{error}
            WHERE id = #{id} AND state = 'waiting'
            """)
    int refuse(@Param("id") String id, @Param("error") String error);

    @Update(
            """
            UPDATE print_jobs SET state = #{state}, outcome = #{outcome}, finished_at = #{at}
            WHERE id = #{id} AND state = 'waiting'
            """)
    int finish(
            @Param("id") String id,
            @Param("state") String state,
            @Param("outcome") String outcome,
            @Param("at") Instant at);

    @Select("SELECT COUNT(*) FROM print_jobs WHERE transaction_id = #{transactionId}")
    int copies(@Param("transactionId") String transactionId);

    /** Reads a job. */
    static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
