package io.kuaka.hibernate.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Set;

@Entity
public class Author extends Owned {
    @Column(unique = true, nullable = false, length = 80)
    String name;

    @Embedded
    Address address;

    @ElementCollection
    Set<String> tags;

    @OneToMany(mappedBy = "author")
    List<Book> books;

    @OneToOne
    Book favourite;
}
