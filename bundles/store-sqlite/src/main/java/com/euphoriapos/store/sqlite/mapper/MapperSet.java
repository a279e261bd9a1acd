package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.FeedRepository.Change;
import com.euphoriapos.api.store.JournalRepository.Seal;
import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.store.PrintJobRepository.Job;
import com.euphoriapos.api.store.ReplicationRepository.Delivery;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.store.TransactionRepository.Amount;
import com.euphoriapos.api.store.TransactionRepository.DayTotals;
import com.euphoriapos.api.store.TransactionRepository.Row;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.CatalogMatch;
import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * The mappers of one connection, each made when it is first used: the start of the lane needs few of them. Used by one thread at
 * a time; prepared statements live as long as the connection.
 */
public final class MapperSet {
    /** Every mapper interface. */
    public static final List<Class<?>> INTERFACES = List.of(
            CatalogMapper.class,
            EmployeeMapper.class,
            TransactionMapper.class,
            ConfigMapper.class,
            DiscountRuleMapper.class,
            OutboxMapper.class,
            JournalMapper.class,
            PrintJobMapper.class,
            LaneMapper.class,
            LanesMapper.class,
            ReviewMapper.class,
            SuspendedMapper.class,
            DeliveryMapper.class,
            FeedMapper.class);

    private final SqlSession session;
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** The mappers on a session. */
    public MapperSet(SqlSession session) {
        this.session = session;
    }

    public CatalogMapper catalog() {
        return mapper(CatalogMapper.class);
    }

    public EmployeeMapper employees() {
        return mapper(EmployeeMapper.class);
    }

    public TransactionMapper transactions() {
        return mapper(TransactionMapper.class);
    }

    public ConfigMapper config() {
        return mapper(ConfigMapper.class);
    }

    public DiscountRuleMapper discountRules() {
        return mapper(DiscountRuleMapper.class);
    }

    public OutboxMapper outbox() {
        return mapper(OutboxMapper.class);
    }

    public JournalMapper journal() {
        return mapper(JournalMapper.class);
    }

    public PrintJobMapper printJobs() {
        return mapper(PrintJobMapper.class);
    }

    public LaneMapper lane() {
        return mapper(LaneMapper.class);
    }

    public LanesMapper lanes() {
        return mapper(LanesMapper.class);
    }

    public ReviewMapper reviews() {
        return mapper(ReviewMapper.class);
    }

    public SuspendedMapper suspended() {
        return mapper(SuspendedMapper.class);
    }

    public DeliveryMapper delivery() {
        return mapper(DeliveryMapper.class);
    }

    public FeedMapper feed() {
        return mapper(FeedMapper.class);
    }

    private <T> T mapper(Class<T> type) {
        Object mapper = made.get(type);
        if (mapper == null) {
            mapper = session.getMapper(type);
            made.put(type, mapper);
        }
        return type.cast(mapper);
    }

    /** MyBatis with our mappers and values, shared by all connections. */
    public static Configuration configuration() {
        Configuration configuration = new LazyConfiguration();
        configuration.setDefaultExecutorType(ExecutorType.REUSE);
        // MyBatis would log the parameters of statements: look-up values and hashes of PINs among them.
        configuration.setLogImpl(NoLoggingImpl.class);
        // The cache of a session would hand out yesterday's stock: sessions live as long as the program.
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        configuration.setLazyLoadingEnabled(false);
        configuration.setAutoMappingBehavior(AutoMappingBehavior.NONE);
        registerValues(configuration.getTypeHandlerRegistry());
        registerRows(configuration.getTypeHandlerRegistry());
        return configuration;
    }

    private static void registerValues(TypeHandlerRegistry registry) {
        registry.register(Instant.class, new ValueHandler<>(Instant::toEpochMilli, Instant::ofEpochMilli));
        registry.register(Money.class, new ValueHandler<>(Money::cents, Money::ofCents));
        registry.register(Quantity.class, new ValueHandler<>(Quantity::thousandths, Quantity::new));
        registry.register(Rate.class, new ValueHandler<>(Rate::partsPerMillion, Rate::new));
    }

    private static void registerRows(TypeHandlerRegistry registry) {
        registry.register(CatalogMatch.class, new RowHandler<>(CatalogMapper::match));
        registry.register(Product.class, new RowHandler<>(CatalogMapper::product));
        registry.register(EmployeeRecord.class, new RowHandler<>(EmployeeMapper::employee));
        registry.register(DiscountRule.class, new RowHandler<>(DiscountRuleMapper::rule));
        registry.register(ConfigMapper.Pair.class, new RowHandler<>(ConfigMapper::pair));
        registry.register(JournalMapper.Row.class, new RowHandler<>(JournalMapper::row));
        registry.register(Seal.class, new RowHandler<>(JournalMapper::seal));
        registry.register(OutboxMapper.Logged.class, new RowHandler<>(OutboxMapper::event));
        registry.register(Stamp.class, new RowHandler<>(OutboxMapper::stamp));
        registry.register(Job.class, new RowHandler<>(PrintJobMapper::job));
        registry.register(TransactionMapper.StoredHeader.class, new RowHandler<>(TransactionMapper::header));
        registry.register(Row.class, new RowHandler<>(TransactionMapper::row));
        registry.register(SaleLineItem.class, new RowHandler<>(TransactionMapper::item));
        registry.register(TenderLineItem.class, new RowHandler<>(TransactionMapper::tender));
        registry.register(TaxLineItem.class, new RowHandler<>(TransactionMapper::tax));
        registry.register(Amount.class, new RowHandler<>(TransactionMapper::amount));
        registry.register(DayTotals.class, new RowHandler<>(TransactionMapper::totals));
        registry.register(PairedLane.class, new RowHandler<>(LanesMapper::lane));
        registry.register(Review.class, new RowHandler<>(ReviewMapper::review));
        registry.register(Suspended.class, new RowHandler<>(SuspendedMapper::suspended));
        registry.register(Claim.class, new RowHandler<>(SuspendedMapper::claim));
        registry.register(Delivery.class, new RowHandler<>(DeliveryMapper::delivery));
        registry.register(Change.class, new RowHandler<>(FeedMapper::change));
        registry.register(DeliveryMapper.Standing.class, new RowHandler<>(DeliveryMapper::standing));
    }
}
